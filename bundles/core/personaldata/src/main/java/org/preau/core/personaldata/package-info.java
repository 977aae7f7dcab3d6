/** People's own data: taken away by them (41B), erased in every part of the portal when they are (71C). */
@NullMarked
package org.preau.core.personaldata;

import org.jspecify.annotations.NullMarked;
