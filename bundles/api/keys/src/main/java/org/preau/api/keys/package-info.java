/** Secret keys of the portal: made, wrapped and kept in one place, used by name. */
@Stability(Stability.Level.STABLE)
@Version("1.0.0")
@NullMarked
package org.preau.api.keys;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
