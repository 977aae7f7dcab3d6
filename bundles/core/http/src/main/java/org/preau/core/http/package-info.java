/** Owns the HTTP context: dispatches the reserved paths, serves bundles' files, and keeps plugins away from the servlet container. */
@NullMarked
package org.preau.core.http;

import org.jspecify.annotations.NullMarked;
