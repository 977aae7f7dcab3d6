/** What bundles keep about people: given to them on request (41B), erased when they go (71C, 7.2.3 of the tender). */
@Stability(Stability.Level.STABLE)
@Version("1.0.0")
@NullMarked
package org.preau.api.personaldata;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
