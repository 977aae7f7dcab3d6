/** Portal sessions: sign-in page, charter, sign-out, the sessions themselves and their end. */
@NullMarked
package org.preau.core.session;

import org.jspecify.annotations.NullMarked;
