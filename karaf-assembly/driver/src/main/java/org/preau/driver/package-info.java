/** Drives a portal from outside: the operator's script, a client without script, a client of the user interface's protocol. */
@NullMarked
package org.preau.driver;

import org.jspecify.annotations.NullMarked;
