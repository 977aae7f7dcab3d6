/** The screens of the news. */
@NullMarked
package org.preau.apps.news.view;

import org.jspecify.annotations.NullMarked;
