/** How feeds load the directory: a feed parses and normalises, the directory stages, compares and applies. */
@Stability(Stability.Level.EXPERIMENTAL)
@Version("1.0.0")
@NullMarked
package org.preau.api.directory.load;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
