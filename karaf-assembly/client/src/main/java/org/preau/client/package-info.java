/** What {@code preau exec} runs: the client of the console's socket. */
@NullMarked
package org.preau.client;

import org.jspecify.annotations.NullMarked;
