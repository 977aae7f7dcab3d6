/** SAML 2.0 for counters (service provider) and for the portal's own identity provider: messages read strictly, metadata kept fresh, no library's type in sight. */
@Stability(Stability.Level.EXPERIMENTAL)
@Version("1.0.0")
@NullMarked
package org.preau.api.saml;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
