/** SDET category 3: an opaque identifier, the profile and the school's UAI are sent, nothing else. */
@NullMarked
package org.preau.connectors.category3;

import org.jspecify.annotations.NullMarked;
