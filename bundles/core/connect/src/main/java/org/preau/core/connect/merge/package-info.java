/** What becomes of the identifiers given to connectors when people are merged, parted or erased. */
@NullMarked
package org.preau.core.connect.merge;

import org.jspecify.annotations.NullMarked;
