/** How far the schools are from a year that can begin: classes, teachers, what is missing. */
@Stability(Stability.Level.EXPERIMENTAL)
@Version("1.0.0")
@NullMarked
package org.preau.api.directory.readiness;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
