/** The pages about extensions in the console. */
@NullMarked
package org.preau.core.extensions.view;

import org.jspecify.annotations.NullMarked;
