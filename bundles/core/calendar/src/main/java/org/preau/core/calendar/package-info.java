/** Publication hours and the portal's clock. */
@NullMarked
package org.preau.core.calendar;

import org.jspecify.annotations.NullMarked;
