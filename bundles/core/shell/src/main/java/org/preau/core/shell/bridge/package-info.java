/** Vaadin Flow in OSGi: the servlet, its session rule, and the routes that come and go with applications. The only place that knows Flow's inner workings. */
@NullMarked
package org.preau.core.shell.bridge;

import org.jspecify.annotations.NullMarked;
