/** How a user wants pages to look: font, size, contrast. */
@NullMarked
package org.preau.core.shell.preference;

import org.jspecify.annotations.NullMarked;
