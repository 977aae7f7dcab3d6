/** Activation sheets. */
@NullMarked
package org.preau.signin.local.sheet;

import org.jspecify.annotations.NullMarked;
