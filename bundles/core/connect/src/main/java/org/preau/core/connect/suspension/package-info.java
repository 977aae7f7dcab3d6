/** Services that an administrator has suspended. */
@NullMarked
package org.preau.core.connect.suspension;

import org.jspecify.annotations.NullMarked;
