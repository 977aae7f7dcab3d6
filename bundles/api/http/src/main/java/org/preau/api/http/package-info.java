/** How a bundle answers HTTP requests outside the user interface, and the addresses of the portal. */
@Stability(Stability.Level.STABLE)
@Version("1.1.0")
@NullMarked
package org.preau.api.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
