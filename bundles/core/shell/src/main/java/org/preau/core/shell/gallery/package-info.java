/** The gallery of the kit's components, for those who write applications and those who judge how they look. */
@NullMarked
package org.preau.core.shell.gallery;

import org.jspecify.annotations.NullMarked;
