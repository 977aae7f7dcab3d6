package org.preau.core.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedRun;
import org.preau.api.job.Jobs;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;
import org.preau.core.feed.archive.ArchiveStore;
import org.preau.core.feed.archive.KnownFeeds;
import org.preau.core.feed.archive.Reception;
import org.preau.core.feed.report.MailQueue;
import org.preau.core.feed.report.ReportDocument;
import org.preau.core.feed.report.ReportKeys;
import org.preau.core.feed.report.Reports;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.feed.run.ReviewStore;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.Trace;
import org.preau.core.feed.step.NodeSteps;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.FakeSettings;
import org.preau.testkit.StandIn;

/** The feed bundle of one node, wired by hand on a real database, with a feed and a directory of the test's own. */
public final class Node {
    public final List<PortalEvent> events = new ArrayList<>();
    public final List<String> audited = new ArrayList<>();
    public final List<UUID> administered = new ArrayList<>();
    public final List<String> scheduled = new ArrayList<>();
    public final Structure academy = new Structure(UUID.randomUUID(), StructureKind.ACADEMY, "24", "Créteil", "");
    public final Structure other = new Structure(UUID.randomUUID(), StructureKind.ACADEMY, "25", "Versailles", "");
    public final FakeFeed feed = new FakeFeed();
    public final FakeDirectory directory;
    public final KnownFeeds feeds = new KnownFeeds();
    public final FeedSettings settings;
    public final ArchiveStore store;
    public final RunStore runs;
    public final ReviewStore reviews;
    public final Reception reception;
    public final Acts acts;
    public final DefaultFeeds facade;
    public final NodeSteps steps;
    public final Reports reports;
    public final Tx tx;
    public final Ticking clock;
    private final Path home;
    private Consumer<String> onAudit = action -> {};

    public Node(TestDatabase database, Tx tx, Ticking clock, Path home, Map<String, Object> config) {
        this.tx = tx;
        this.clock = clock;
        this.home = home;
        settings = new FeedSettings(home, home.resolve("data"), FakeSettings.of(FeedConfig.class, config));
        directory = new FakeDirectory(tx);
        feeds.addFeed(feed);
        store = new ArchiveStore(settings);
        runs = new RunStore(tx, clock);
        reviews = new ReviewStore(tx);
        Jobs jobs = StandIn.of(Jobs.class, (method, arguments) -> {
            scheduled.add(arguments[0] + " " + arguments[1]);
            return null;
        });
        Trace trace = new Trace(
                StandIn.of(Audit.class, (method, arguments) -> {
                    audited.add(arguments[1] + " " + arguments[2] + " " + arguments[3]);
                    onAudit.accept((String) arguments[1]);
                    return null;
                }),
                events::add);
        MailQueue mails = new MailQueue(settings, jobs, clock);
        reception = new Reception(tx, store, runs, trace, jobs, clock);
        FeedAccess access = new FeedAccess(authorisation(), structures());
        acts = new Acts(tx, access, runs, reviews, trace, mails, jobs, clock);
        Keys keys = StandIn.of(Keys.class, (method, arguments) -> ((byte[]) arguments[1]).clone());
        reports = new Reports(new ReportDocument(runs, reviews), new ReportKeys(tx, keys, clock));
        facade = new DefaultFeeds(feeds, access, reception, acts, runs, reviews, reports);
        steps = new NodeSteps(
                tx, settings, feeds, directory, store, runs, trace, mails, jobs, clock, database.database());
    }

    /** Ends the process, as it were, when that is audited next. */
    public void dieAt(String action) {
        onAudit = audited -> {
            if (audited.equals(action)) {
                onAudit = any -> {};
                throw new Killed();
            }
        };
    }

    /** Writes an archive with these lines. */
    public Path archive(String name, String... lines) {
        try {
            Files.createDirectories(home.resolve("in"));
            return Files.write(home.resolve("in").resolve(name), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes an archive and takes it as far as it goes. */
    public FeedRun pass(Doing doing, String... lines) {
        UUID id = reception.later(
                Subject.SYSTEM,
                "fake",
                archive("a" + clock.instant().toEpochMilli() + ".txt", lines),
                FeedOptions.NONE,
                doing);
        steps.work(id);
        return runs.get(id).run();
    }

    /** Where a run is. */
    public FeedRun run(UUID id) {
        return runs.get(id).run();
    }

    private Authorisation authorisation() {
        return StandIn.of(Authorisation.class, (method, arguments) -> {
            boolean allowed = administered.contains(((Scope) arguments[2]).id());
            if (method.equals("require") && !allowed) {
                throw new PortalException(ErrorCode.FORBIDDEN, "no", null);
            }
            return method.equals("require") ? null : allowed;
        });
    }

    private Structures structures() {
        return StandIn.of(Structures.class, (method, arguments) -> switch (method) {
            case "roots" -> List.of(academy, other);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    /** The process is gone: nothing of it catches this. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
