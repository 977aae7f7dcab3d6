/** The portal as a SAML 2.0 identity provider. */
@NullMarked
package org.preau.sso.saml;

import org.jspecify.annotations.NullMarked;
