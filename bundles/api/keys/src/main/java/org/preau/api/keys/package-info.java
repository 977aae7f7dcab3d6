/** Secret keys of the portal: made, wrapped and kept in one place, used by name. */
@Version("1.0.0")
@NullMarked
package org.preau.api.keys;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
