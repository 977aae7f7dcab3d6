package org.preau.core.admin.view;

import org.preau.api.app.ViewContext;
import org.preau.api.directory.Scope;

/** The switches of a class: what its pupils and their guardians have. */
public final class ClassView extends SwitchesView {
    /** Empty until the address says which. */
    public ClassView(Desk desk, ViewContext view) {
        super(desk, view, Scope.Kind.CLASS);
    }
}
