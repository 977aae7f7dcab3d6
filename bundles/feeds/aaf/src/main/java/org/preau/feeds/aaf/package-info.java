/** Feed AAF 1D: reads full archives of the annuaire académique fédérateur and hands their records, normalised, to the directory. */
@NullMarked
package org.preau.feeds.aaf;

import org.jspecify.annotations.NullMarked;
