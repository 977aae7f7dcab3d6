/** The applications of this node: their catalogue, and what they contribute to home pages. */
@NullMarked
package org.preau.core.shell.app;

import org.jspecify.annotations.NullMarked;
