package org.preau.core.directory.right;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Profile;
import org.preau.api.directory.lifecycle.Lifecycle;

/** Departures: the head of his school, administrators of their perimeter (612A). */
@Component(service = ActionRule.class)
public final class SeeDeparturesRule extends DirectoryRule {
    /** The rule. */
    public SeeDeparturesRule() {
        super(Lifecycle.DEPARTURES, Set.of(Profile.HEAD), Set.of(Role.ADM, Role.ADML));
    }
}
