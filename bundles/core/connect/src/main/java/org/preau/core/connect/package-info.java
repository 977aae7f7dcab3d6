/** The way out to third-party services: which connectors there are, who gets them, what leaves, and the address {@code /connect}. */
@NullMarked
package org.preau.core.connect;

import org.jspecify.annotations.NullMarked;
