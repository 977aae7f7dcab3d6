/**
 * Feeds: exchanges of files with State systems that fill the directory. The four steps (receive, check, review, apply) are the portal's, the same for all; a feed bundle reads and normalises its
 * format, and nothing else (44A to 44D).
 */
@Stability(Stability.Level.STABLE)
@Version("1.0.0")
@NullMarked
package org.preau.api.feed;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
