/** Accounts made by hand: asked for, moderated, with an end. */
@NullMarked
package org.preau.core.directory.request;

import org.jspecify.annotations.NullMarked;
