package org.preau.core.admin.console.rule;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.communication.CommunicationRules;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Structures;
import org.preau.api.directory.identity.People;
import org.preau.core.admin.console.Perimeters;

/** What the screens about communication work with. */
@Component(service = RuleDesk.class)
public final class RuleDesk {
    final CommunicationRules rules;
    final Directory directory;
    final Structures structures;
    final People people;
    final Perimeters perimeters;

    /** Made by the portal. */
    @Activate
    public RuleDesk(
            @Reference CommunicationRules rules,
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference People people,
            @Reference Perimeters perimeters) {
        this.rules = rules;
        this.directory = directory;
        this.structures = structures;
        this.people = people;
        this.perimeters = perimeters;
    }
}
