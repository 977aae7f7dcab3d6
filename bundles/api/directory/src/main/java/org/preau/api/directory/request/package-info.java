/** Accounts made by hand: asked for, moderated, with an end (322C, 611C, 621A, 621D). */
@Stability(Stability.Level.EXPERIMENTAL)
@Version("1.0.0")
@NullMarked
package org.preau.api.directory.request;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
