/** Archives of the directory: where they stand, what they change, and the decision of who answers for them. */
@NullMarked
package org.preau.apps.feeds;

import org.jspecify.annotations.NullMarked;
