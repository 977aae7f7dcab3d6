/** What is kept about each run of an archive, in schema {@code feed}. */
@NullMarked
package org.preau.core.feed.run;

import org.jspecify.annotations.NullMarked;
