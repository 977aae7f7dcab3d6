/** The OpenID Connect provider: code flow with PKCE, tokens, sign-out, and devices that stay signed in. */
@NullMarked
package org.preau.sso.oidc;

import org.jspecify.annotations.NullMarked;
