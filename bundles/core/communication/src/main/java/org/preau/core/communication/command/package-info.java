/** Commands on who may write to whom. */
@NullMarked
package org.preau.core.communication.command;

import org.jspecify.annotations.NullMarked;
