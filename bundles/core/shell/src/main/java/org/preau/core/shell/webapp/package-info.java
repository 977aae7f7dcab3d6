/** What makes the portal a web application that can be installed: manifest, icons, service worker. */
@NullMarked
package org.preau.core.shell.webapp;

import org.jspecify.annotations.NullMarked;
