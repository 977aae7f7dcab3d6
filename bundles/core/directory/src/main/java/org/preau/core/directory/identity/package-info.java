/** People who look like one: found, merged, set apart; and what administrators read of people. */
@NullMarked
package org.preau.core.directory.identity;

import org.jspecify.annotations.NullMarked;
