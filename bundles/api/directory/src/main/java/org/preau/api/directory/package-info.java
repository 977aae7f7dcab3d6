/** People, structures, classes, groups, guardianship and accounts: reads that are minimised and paged, and the one way by which feeds load them. */
@Stability(Stability.Level.STABLE)
@Version("1.0.0")
@NullMarked
package org.preau.api.directory;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
