/** LTI 1.3 platform: launches of learning tools, and resources picked by deep linking. */
@NullMarked
package org.preau.sso.lti;

import org.jspecify.annotations.NullMarked;
