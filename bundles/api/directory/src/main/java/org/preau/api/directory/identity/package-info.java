/** Who is who over time: people who look like one person, merged or set apart, and what an administrator may read of people (612C, 621B, 621C, 621E). */
@Stability(Stability.Level.EXPERIMENTAL)
@Version("1.0.0")
@NullMarked
package org.preau.api.directory.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
