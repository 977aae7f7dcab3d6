/** The screens of the archives: the list, the review of one, what going back would undo. */
@NullMarked
package org.preau.apps.feeds.view;

import org.jspecify.annotations.NullMarked;
