/** Of the test of the layer check. */
@NullMarked
package org.preau.core.secret;

import org.jspecify.annotations.NullMarked;
