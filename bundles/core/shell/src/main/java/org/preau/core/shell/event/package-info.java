/** Events of the portal brought to open pages, by push. */
@NullMarked
package org.preau.core.shell.event;

import org.jspecify.annotations.NullMarked;
