/**
 * How the portal enters the code of plugins, and what it does with one that throws, blocks, floods or eats the machine. A plugin itself need not know of it.
 *
 * <p>The portal's parts call {@link org.preau.api.containment.Containment} around each call of a service that a plugin gave; operators and pages read
 * {@link org.preau.api.containment.Quarantine}; the doctor asks every {@link org.preau.api.containment.Examiner}.
 */
@Stability(Stability.Level.EXPERIMENTAL)
@Version("1.0.0")
@NullMarked
package org.preau.api.containment;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
