package org.preau.core.directory.command;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.directory.load.Feed;
import org.preau.api.directory.load.FeedOptions;
import org.preau.api.directory.load.FeedReport;

/** The feeds whose bundles are there. Safe on any thread. */
@Component(service = Feeds.class)
public final class Feeds {
    private final List<Feed> known = new CopyOnWriteArrayList<>();

    /** A feed comes. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFeed(Feed feed) {
        known.add(feed);
    }

    /** A feed goes. */
    void removeFeed(Feed feed) {
        known.remove(feed);
    }

    /** The feed that the call names. */
    Feed named(CommandCall call) {
        String name = call.value("system");
        return known.stream()
                .filter(feed -> feed.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new MisusedCommandException("no feed is called " + name + "; known: " + names()));
    }

    /** The words that both commands share. */
    static CommandSpec spec(String name, String purpose) {
        return CommandSpec.of(name, purpose)
                .argument("system", "name of the feed: aaf")
                .argument("file", "archive (tar.gz, zip) or folder")
                .option("academy", "CODE", "academy it must come from; by default those of the feed's configuration")
                .flag("json", "prints one JSON object");
    }

    static FeedOptions options(CommandCall call, boolean allowDepartures) {
        return new FeedOptions(call.optional("academy"), allowDepartures);
    }

    static int show(CommandCall call, FeedReport report) {
        if (call.flag("json")) {
            call.json(ReportForm.json(report));
        } else {
            ReportForm.print(report, call.out());
        }
        return report.outcome().exitStatus();
    }

    private String names() {
        return known.isEmpty()
                ? "none"
                : known.stream().map(Feed::name).sorted().collect(Collectors.joining(", "));
    }
}
