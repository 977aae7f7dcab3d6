/** The search through the whole portal. */
@NullMarked
package org.preau.core.shell.search;

import org.jspecify.annotations.NullMarked;
