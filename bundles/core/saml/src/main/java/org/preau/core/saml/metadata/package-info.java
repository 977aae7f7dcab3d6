/** Metadata of other parties: read, checked, refreshed, the last good copy kept. */
@NullMarked
package org.preau.core.saml.metadata;

import org.jspecify.annotations.NullMarked;
