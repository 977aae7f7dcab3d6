/** From the first sign-in to erasure: blocking, departures, archives, erasure with a certificate, retention periods (44A, 612A, 74I, 7.2.3 of the tender). */
@Stability(Stability.Level.STABLE)
@Version("1.0.0")
@NullMarked
package org.preau.api.directory.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
