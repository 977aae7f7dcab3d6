/** News of a class, a school or a structure: written by teachers, heads and inspectors, read by everybody they are meant for (54H, 54I). */
@NullMarked
package org.preau.apps.news;

import org.jspecify.annotations.NullMarked;
