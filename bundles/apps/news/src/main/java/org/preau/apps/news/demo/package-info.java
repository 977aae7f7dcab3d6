/** What the news show in the demonstration schools. */
@NullMarked
package org.preau.apps.news.demo;

import org.jspecify.annotations.NullMarked;
