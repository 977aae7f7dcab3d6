package org.preau.core.admin.view;

import org.preau.api.app.ViewContext;
import org.preau.api.directory.Scope;

/** The switches of a school or of a structure above. */
public final class StructureView extends SwitchesView {
    /** Empty until the address says which. */
    public StructureView(Desk desk, ViewContext view) {
        super(desk, view, Scope.Kind.STRUCTURE);
    }
}
