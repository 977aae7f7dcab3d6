/** Where networks are, from a MaxMind DB file of the operator's. */
@NullMarked
package org.preau.core.places;

import org.jspecify.annotations.NullMarked;
