/** What the screens of the administrators' console share. */
@NullMarked
package org.preau.core.admin.console;

import org.jspecify.annotations.NullMarked;
