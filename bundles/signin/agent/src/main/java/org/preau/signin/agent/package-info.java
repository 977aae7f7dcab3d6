/** The counter of the State's staff (guichet agent, ARENA), by OpenID Connect or SAML 2.0 (322B). */
@NullMarked
package org.preau.signin.agent;

import org.jspecify.annotations.NullMarked;
