/** Renders the pages outside the user interface, and holds the academy's look: fonts, design tokens, colours. */
@NullMarked
package org.preau.core.pages;

import org.jspecify.annotations.NullMarked;
