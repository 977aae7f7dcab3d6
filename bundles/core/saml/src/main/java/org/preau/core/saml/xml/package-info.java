/** XML as SAML needs it: read with bounds, signatures and encryption checked by an allow-list, written. */
@NullMarked
package org.preau.core.saml.xml;

import org.jspecify.annotations.NullMarked;
