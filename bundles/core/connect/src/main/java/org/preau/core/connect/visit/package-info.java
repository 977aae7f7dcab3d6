/** Which services a session has signed in to, and how each is told that it is over. */
@NullMarked
package org.preau.core.connect.visit;

import org.jspecify.annotations.NullMarked;
