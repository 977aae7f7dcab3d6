/** The beginning of the school year: an assistant for heads, a cockpit for those who answer for many schools. */
@NullMarked
package org.preau.apps.rentree;

import org.jspecify.annotations.NullMarked;
