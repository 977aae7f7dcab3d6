/** Articles: what they are, how they are kept, who may write and read them, when they appear. */
@NullMarked
package org.preau.apps.news.article;

import org.jspecify.annotations.NullMarked;
