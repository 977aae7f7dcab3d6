/** Stand-ins for tests of everything that speaks SAML: keys, requests, an identity provider, a service provider. */
@NullMarked
package org.preau.core.saml.testing;

import org.jspecify.annotations.NullMarked;
