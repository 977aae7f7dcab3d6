/** The frame around every view: landmarks, switcher of applications, context, the user's menu. */
@NullMarked
package org.preau.core.shell.layout;

import org.jspecify.annotations.NullMarked;
