package org.preau.core.feed.archive;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.feed.Feed;

/** The feeds whose bundles are there. Safe on any thread. */
@Component(service = KnownFeeds.class)
public final class KnownFeeds {
    private final List<Feed> known = new CopyOnWriteArrayList<>();

    /** A feed comes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addFeed(Feed feed) {
        known.add(feed);
    }

    /** A feed goes. */
    public void removeFeed(Feed feed) {
        known.remove(feed);
    }

    /** The feed of that name in any case. */
    public Optional<Feed> named(String name) {
        return known.stream().filter(feed -> feed.name().equalsIgnoreCase(name)).findFirst();
    }

    /** All of them, by name. */
    public List<Feed> all() {
        return known.stream().sorted(Comparator.comparing(Feed::name)).toList();
    }

    /** Their names. */
    public List<String> names() {
        return all().stream().map(Feed::name).toList();
    }
}
