/** Keeps plugins that throw, block, flood or eat the machine from harming anybody else. */
@NullMarked
package org.preau.core.containment;

import org.jspecify.annotations.NullMarked;
