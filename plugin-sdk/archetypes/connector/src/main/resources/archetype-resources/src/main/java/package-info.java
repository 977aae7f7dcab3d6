/** Connects a service to the portal. */
@NullMarked
package ${package};

import org.jspecify.annotations.NullMarked;
