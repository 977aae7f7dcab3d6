/** SDET category 5: attributes of the convention that the user agrees to, one by one. */
@NullMarked
package org.preau.connectors.category5;

import org.jspecify.annotations.NullMarked;
