/** Walnut: a theme for an academy. */
@NullMarked
package org.example.walnut;

import org.jspecify.annotations.NullMarked;
