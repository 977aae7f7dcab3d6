/** Structures and groups in the console: the tree, RPIs and projects, groups across classes and schools. */
@NullMarked
package org.preau.core.admin.console.place;

import org.jspecify.annotations.NullMarked;
