/** Files: the portal's own store of archives and the drop folder. */
@NullMarked
package org.preau.core.feed.archive;

import org.jspecify.annotations.NullMarked;
