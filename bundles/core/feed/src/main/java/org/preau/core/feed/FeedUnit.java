package org.preau.core.feed;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of runs and their reviews. */
@Component
public final class FeedUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "feed";
    }
}
