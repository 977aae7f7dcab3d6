/** What every other contract is built from: identifiers, profiles, subjects, errors, texts, pages of results and typed events. */
@Stability(Stability.Level.STABLE)
@Version("1.0.0")
@NullMarked
package org.preau.api.base;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
