/** Figures of use: collected each hour, kept by day and structure, shown to who may see them (611A, 622A-E). */
@NullMarked
package org.preau.core.statistics;

import org.jspecify.annotations.NullMarked;
