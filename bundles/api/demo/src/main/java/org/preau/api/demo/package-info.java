/** How applications fill the demonstration schools with contents. */
@Stability(Stability.Level.EXPERIMENTAL)
@Version("1.0.0")
@NullMarked
package org.preau.api.demo;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
