/** The signed report of a run, and the mail that tells of it. */
@NullMarked
package org.preau.core.feed.report;

import org.jspecify.annotations.NullMarked;
