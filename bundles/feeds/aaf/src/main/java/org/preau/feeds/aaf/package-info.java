/** Feeds AAF 1D and AAF 2D: read archives of the annuaire académique fédérateur, complete or delta, and hand their records on, normalised. */
@NullMarked
package org.preau.feeds.aaf;

import org.jspecify.annotations.NullMarked;
