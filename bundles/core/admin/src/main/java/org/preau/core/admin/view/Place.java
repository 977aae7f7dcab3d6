package org.preau.core.admin.view;

import org.preau.api.directory.Scope;

/**
 * A structure, school or class that the user may switch things for.
 *
 * @param scope which
 * @param name its name
 * @param detail its city or school; may be empty
 */
record Place(Scope scope, String name, String detail) {
    /** Address of its switches, below the application's. */
    String path() {
        return (scope.kind() == Scope.Kind.CLASS ? "class/" : "structure/") + scope.id();
    }
}
