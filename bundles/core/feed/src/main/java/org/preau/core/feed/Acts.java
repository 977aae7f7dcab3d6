package org.preau.core.feed;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Ids;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.feed.FeedState;
import org.preau.api.job.Jobs;
import org.preau.api.persistence.Tx;
import org.preau.core.feed.archive.Reception;
import org.preau.core.feed.report.MailQueue;
import org.preau.core.feed.run.Acceptance;
import org.preau.core.feed.run.NewRun;
import org.preau.core.feed.run.ReviewStore;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.StoredRun;
import org.preau.core.feed.run.Trace;

/** What people do with a run at rest: each act is allowed, written and audited in one transaction; the work that follows is done later, or by the caller at once. Safe on any thread. */
@Component(service = Acts.class)
public final class Acts {
    private static final Texts TEXTS = Texts.of(FeedUnit.class);

    private final Tx tx;
    private final FeedAccess access;
    private final RunStore runs;
    private final ReviewStore reviews;
    private final Trace trace;
    private final MailQueue mails;
    private final Jobs jobs;
    private final Clock clock;

    /** Takes its services. */
    @Activate
    public Acts(
            @Reference(target = "(preau.unit=feed)") Tx tx,
            @Reference FeedAccess access,
            @Reference RunStore runs,
            @Reference ReviewStore reviews,
            @Reference Trace trace,
            @Reference MailQueue mails,
            @Reference Jobs jobs,
            @Reference Clock clock) {
        this.tx = tx;
        this.access = access;
        this.runs = runs;
        this.reviews = reviews;
        this.trace = trace;
        this.mails = mails;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Has a checked archive applied. */
    public void apply(Subject by, UUID id, boolean later) {
        StoredRun run = allowed(by, id);
        requireArchive(run);
        tx.writeSql(connection -> {
            runs.move(id, EnumSet.of(FeedState.CHECKED, FeedState.FAILED), FeedState.APPLYING);
            return done(by, "feed.apply", id, Map.of(), later);
        });
    }

    /** Accepts that those leave who would leave by the review that is kept now, and no more. */
    public void accept(Subject by, UUID id, Leavers leavers, boolean later) {
        StoredRun run = allowed(by, id);
        requireArchive(run);
        tx.writeSql(connection -> {
            Acceptance acceptance = acceptance(run, leavers);
            runs.accept(id, acceptance);
            Map<String, String> details = Map.of(
                    "schools",
                    acceptance.all()
                            ? "all"
                            : String.join(" ", acceptance.schools().keySet()));
            return done(by, "feed.hold-accept", id, details, later);
        });
    }

    /** Refuses an archive. */
    public void reject(Subject by, UUID id, String reason) {
        allowed(by, id);
        tx.writeSql(connection -> {
            Set<FeedState> from = EnumSet.of(FeedState.CHECKED, FeedState.HELD, FeedState.FAILED);
            runs.end(id, from, FeedState.REJECTED, reason);
            trace.act(by, "feed.hold-reject", runs.get(id), Map.of("reason", reason));
            trace.changed(id, FeedState.REJECTED);
            mails.announce(id, FeedState.REJECTED);
            return id;
        });
    }

    /** Begins the undo of an applied run; gives the run of the undo. */
    public UUID restore(Subject by, UUID id, boolean later) {
        StoredRun run = allowed(by, id);
        if (run.run().state() != FeedState.APPLIED) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "restore.never");
        }
        UUID undo = Ids.next();
        tx.writeSql(connection -> {
            runs.add(NewRun.undo(undo, run.run(), clock.instant(), by.accountId()));
            return done(by, "feed.restore", undo, Map.of("of", id.toString()), later);
        });
        return undo;
    }

    private UUID done(Subject by, String action, UUID id, Map<String, String> details, boolean later) {
        trace.act(by, action, runs.get(id), details);
        trace.changed(id, FeedState.APPLYING);
        if (later) {
            jobs.schedule(Reception.STEP, id.toString(), clock.instant());
        }
        return id;
    }

    private Acceptance acceptance(StoredRun run, Leavers leavers) {
        Map<String, Integer> leaving = new HashMap<>();
        reviews.leaving(run.id()).forEach(each -> leaving.put(each.code(), each.leaving()));
        if (leavers instanceof Leavers.OfSchools some) {
            Set<String> unknown = new LinkedHashSet<>(some.codes());
            unknown.removeAll(leaving.keySet());
            if (some.codes().isEmpty() || !unknown.isEmpty()) {
                throw new PortalException(
                        ErrorCode.INVALID_INPUT, TEXTS, "accept.unknown", String.join(", ", List.copyOf(unknown)));
            }
            leaving.keySet().retainAll(some.codes());
            return new Acceptance(false, false, leaving, Map.of());
        }
        Map<String, Integer> kinds = new HashMap<>();
        LoadDifference difference = run.run().difference();
        if (difference != null) {
            difference.kinds().forEach((kind, figures) -> kinds.put(kind.name(), figures.leaving()));
        }
        return new Acceptance(false, true, leaving, kinds);
    }

    private StoredRun allowed(Subject by, UUID id) {
        StoredRun run = runs.get(id);
        access.require(by, FeedApplyRule.ACTION, run.run().academy());
        return run;
    }

    private static void requireArchive(StoredRun run) {
        if (run.archive().isEmpty() && run.undoOf().isEmpty()) {
            throw new PortalException(ErrorCode.CONFLICT, TEXTS, "archive.gone");
        }
    }
}
