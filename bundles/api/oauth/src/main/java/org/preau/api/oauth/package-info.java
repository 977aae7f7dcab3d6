/** What protocols with signed JSON tokens share (OpenID Connect, LTI): our tokens, the keys of others, and pages that post themselves. */
@Stability(Stability.Level.INTERNAL)
@Version("1.0.0")
@NullMarked
package org.preau.api.oauth;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.preau.api.base.Stability;
