/** SAML 2.0 for the rest of the portal: implements {@code org.preau.api.saml}. */
@NullMarked
package org.preau.core.saml;

import org.jspecify.annotations.NullMarked;
