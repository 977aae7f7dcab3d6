/** The steps of a run: reading, comparing, judging, applying; and taking them up again after a crash. */
@NullMarked
package org.preau.core.feed.step;

import org.jspecify.annotations.NullMarked;
