/** What a bundle tells of its own health, and where faults are reported. */
@Stability(Stability.Level.STABLE)
@Version("1.1.0")
@NullMarked
package org.preau.api.supervision;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
