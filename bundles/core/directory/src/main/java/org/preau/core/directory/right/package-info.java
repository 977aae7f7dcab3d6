/** Who may do what with people and accounts. */
@NullMarked
package org.preau.core.directory.right;

import org.jspecify.annotations.NullMarked;
