/** The browsers in which adults have signed in, and the notice of a new one. */
@NullMarked
package org.preau.core.session.device;

import org.jspecify.annotations.NullMarked;
