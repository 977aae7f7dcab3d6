/** Serves the operator's command line over a Unix-domain socket. */
@NullMarked
package org.preau.core.console;

import org.jspecify.annotations.NullMarked;
