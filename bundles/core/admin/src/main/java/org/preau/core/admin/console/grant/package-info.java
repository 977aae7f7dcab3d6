/** Administration rights in the console: proposals, running ones, those that end soon. */
@NullMarked
package org.preau.core.admin.console.grant;

import org.jspecify.annotations.NullMarked;
