/** The help page. */
@NullMarked
package org.preau.core.shell.help;

import org.jspecify.annotations.NullMarked;
