/** From the first sign-in to erasure. */
@NullMarked
package org.preau.core.directory.lifecycle;

import org.jspecify.annotations.NullMarked;
