/** The security switchboard in the console. */
@NullMarked
package org.preau.core.admin.console.security;

import org.jspecify.annotations.NullMarked;
