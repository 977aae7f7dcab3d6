/** Commands for the operator: which signing keys there are, and new ones. */
@NullMarked
package org.preau.core.keys.command;

import org.jspecify.annotations.NullMarked;
