/** How a bundle keeps data: one schema, one persistence unit, its own migrations, and transactions that others can join. */
@Stability(Stability.Level.STABLE)
@Version("1.3.0")
@NullMarked
package org.preau.api.persistence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
