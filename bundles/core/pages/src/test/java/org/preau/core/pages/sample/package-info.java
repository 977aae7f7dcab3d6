/** A bundle with pages, as any other. */
@NullMarked
package org.preau.core.pages.sample;

import org.jspecify.annotations.NullMarked;
