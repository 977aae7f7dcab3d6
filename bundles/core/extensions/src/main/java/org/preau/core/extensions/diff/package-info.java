/** What a jar needs of the portal's API, and how two jars' APIs differ. */
@NullMarked
package org.preau.core.extensions.diff;

import org.jspecify.annotations.NullMarked;
