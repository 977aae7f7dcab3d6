/** The security switchboard at the console. */
@NullMarked
package org.preau.core.security.command;

import org.jspecify.annotations.NullMarked;
