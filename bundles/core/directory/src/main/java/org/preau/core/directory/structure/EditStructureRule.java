package org.preau.core.directory.structure;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.directory.StructureEditor;

/** The academy's administrators change the tree over their perimeter (621F). */
@Component
public final class EditStructureRule implements ActionRule {
    @Override
    public String action() {
        return StructureEditor.EDIT;
    }

    @Override
    public Set<Profile> members() {
        return Set.of();
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ADM);
    }
}
