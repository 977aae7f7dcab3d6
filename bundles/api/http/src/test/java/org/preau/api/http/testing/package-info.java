/** Stand-ins for the servlet container in tests. */
@NullMarked
package org.preau.api.http.testing;

import org.jspecify.annotations.NullMarked;
