package org.preau.connectors.category1;

import org.osgi.service.component.annotations.Component;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.UserFacts;

/** Requirement 3113-1: free access; nothing at all about the user leaves, so no fact is even asked for. */
@Component
public final class Category1Policy implements CategoryPolicy {
    @Override
    public int category() {
        return 1;
    }

    @Override
    public Release release(Connector connector, UserFacts user) {
        return Release.NOTHING;
    }
}
