/** What is installed beside the portal's own bundles, and what becomes of it: installed, updated, taken away, its data erased. */
@Stability(Stability.Level.STABLE)
@Version("1.0.0")
@NullMarked
package org.preau.api.extension;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
