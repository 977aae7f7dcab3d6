/** Extensions as administrators see them: the page, the commands, their story and the data they leave behind. */
@NullMarked
package org.preau.core.extensions;

import org.jspecify.annotations.NullMarked;
