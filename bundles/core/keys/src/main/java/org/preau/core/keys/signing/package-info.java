/** Key pairs with their certificates, for protocols that publish a public key. */
@NullMarked
package org.preau.core.keys.signing;

import org.jspecify.annotations.NullMarked;
