/** The bell, and the page of what one was told. */
@NullMarked
package org.preau.core.shell.notification;

import org.jspecify.annotations.NullMarked;
