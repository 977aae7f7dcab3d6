/** What the shell draws as text: one node of the session where components would be many. */
@NullMarked
package org.preau.core.shell.markup;

import org.jspecify.annotations.NullMarked;
