/** The commands about extensions. */
@NullMarked
package org.preau.core.extensions.command;

import org.jspecify.annotations.NullMarked;
