/** The way of archives into the directory: receive, check, review, apply, restore; the same for every feed. */
@NullMarked
package org.preau.core.feed;

import org.jspecify.annotations.NullMarked;
