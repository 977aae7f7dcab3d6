/** A noticeboard of the school. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
