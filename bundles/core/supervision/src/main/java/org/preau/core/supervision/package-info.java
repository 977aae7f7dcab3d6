/** What operators see of the portal: health, metrics, faults. */
@NullMarked
package org.preau.core.supervision;

import org.jspecify.annotations.NullMarked;
