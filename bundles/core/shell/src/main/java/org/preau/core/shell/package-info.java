/** The shell: the portal's frame around applications. */
@NullMarked
package org.preau.core.shell;

import org.jspecify.annotations.NullMarked;
