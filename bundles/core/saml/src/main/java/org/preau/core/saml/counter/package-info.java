/** The SAML part of sign-in counters. */
@NullMarked
package org.preau.core.saml.counter;

import org.jspecify.annotations.NullMarked;
