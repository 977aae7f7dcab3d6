package org.preau.core.authorisation;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.authorisation.ActionRule;

/** The rules of the bundles that are there. Safe on any thread. */
@Component(service = Rules.class)
public final class Rules {
    private final Set<ActionRule> known = new CopyOnWriteArraySet<>();

    /** A rule comes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRule(ActionRule rule) {
        known.add(rule);
    }

    /** A rule goes: its action is allowed to nobody from now on. */
    void removeRule(ActionRule rule) {
        known.remove(rule);
    }

    /** The rule of that action; where two bundles give one, nobody is allowed what only one of them allows: there is none. */
    Optional<ActionRule> of(String action) {
        ActionRule found = null;
        for (ActionRule rule : known) {
            if (rule.action().equals(action)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = rule;
            }
        }
        return Optional.ofNullable(found);
    }
}
