/** The audit trail: append-only, written in the act's own transaction (71E). */
@Stability(Stability.Level.STABLE)
@Version("1.1.0")
@NullMarked
package org.preau.api.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
