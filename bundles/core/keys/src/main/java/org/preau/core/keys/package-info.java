/** Keys of the portal: raw only in memory, wrapped by the master key in the database. */
@NullMarked
package org.preau.core.keys;

import org.jspecify.annotations.NullMarked;
