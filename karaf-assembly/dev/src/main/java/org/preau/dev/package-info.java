/** {@code preau dev}: the loop of somebody who writes a plugin, from save to the open page. */
@NullMarked
package org.preau.dev;

import org.jspecify.annotations.NullMarked;
