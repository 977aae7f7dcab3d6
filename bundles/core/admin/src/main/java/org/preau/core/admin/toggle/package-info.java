/** Which applications and connectors a structure, a school, a class has, and which a user hides (51E, 57D, 613A). */
@NullMarked
package org.preau.core.admin.toggle;

import org.jspecify.annotations.NullMarked;
