/** Loads of feeds: staged by COPY, checked, compared and applied by set-based SQL in one transaction. */
@NullMarked
package org.preau.core.directory.load;

import org.jspecify.annotations.NullMarked;
