package org.preau.core.connect.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;

/** A category 5 that releases what was agreed to, once. */
public final class AskingPolicy implements CategoryPolicy {
    @Override
    public int category() {
        return 5;
    }

    @Override
    public Release release(Connector connector, UserFacts user) {
        return Release.NOTHING;
    }

    @Override
    public Release release(Connector connector, UserFacts user, Agreement agreement) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        if (!agreement.delivered()) {
            agreement.attributes().stream()
                    .filter(name -> !user.attribute(name).isEmpty())
                    .forEach(name -> attributes.put(name, user.attribute(name)));
        }
        return new Release(Optional.of(user.pairwiseId()), attributes);
    }

    @Override
    public List<String> asks(Connector connector) {
        return List.of(connector.setting("attributes").orElse("").split(", *"));
    }

    @Override
    public Set<String> settings() {
        return Set.of("attributes", "convention.url", "purpose.fr", "purpose.en");
    }
}
