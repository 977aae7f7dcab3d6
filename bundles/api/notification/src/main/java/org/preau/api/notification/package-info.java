/** Notifications: what people are told in the portal and, when they want it, by mail or short message (51C, 54L, 54M). */
@Stability(Stability.Level.STABLE)
@Version("1.1.0")
@NullMarked
package org.preau.api.notification;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
