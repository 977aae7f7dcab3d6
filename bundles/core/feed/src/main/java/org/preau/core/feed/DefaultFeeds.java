package org.preau.core.feed;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.Feeds;
import org.preau.api.feed.HeldSchool;
import org.preau.core.feed.archive.KnownFeeds;
import org.preau.core.feed.archive.Reception;
import org.preau.core.feed.report.Reports;
import org.preau.core.feed.run.NewRun.Doing;
import org.preau.core.feed.run.ReviewStore;
import org.preau.core.feed.run.RunStore;
import org.preau.core.feed.run.StoredRun;

/** The pipeline as screens see it: asks whether one may, then reads from the schema or begins an act. Safe on any thread. */
@Component
public final class DefaultFeeds implements Feeds {
    private static final Texts TEXTS = Texts.of(FeedUnit.class);

    private final KnownFeeds feeds;
    private final FeedAccess access;
    private final Reception reception;
    private final Acts acts;
    private final RunStore runs;
    private final ReviewStore reviews;
    private final Reports reports;

    /** Takes its services. */
    @Activate
    public DefaultFeeds(
            @Reference KnownFeeds feeds,
            @Reference FeedAccess access,
            @Reference Reception reception,
            @Reference Acts acts,
            @Reference RunStore runs,
            @Reference ReviewStore reviews,
            @Reference Reports reports) {
        this.feeds = feeds;
        this.access = access;
        this.reception = reception;
        this.acts = acts;
        this.runs = runs;
        this.reviews = reviews;
        this.reports = reports;
    }

    @Override
    public List<System> systems() {
        return feeds.all().stream()
                .map(feed -> new System(feed.name(), feed.label()))
                .toList();
    }

    @Override
    public UUID receive(Subject by, String system, Path file, FeedOptions options, boolean apply) {
        access.require(by, FeedApplyRule.ACTION, options.academy().orElse(""));
        Feed feed = feeds.named(system)
                .orElseThrow(() -> new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "system.unknown", system));
        return reception.later(by, feed.name(), file, options, apply ? Doing.APPLY : Doing.REVIEW);
    }

    @Override
    public Page<FeedRun> list(Subject viewer, PageRequest page) {
        return runs.list(access.academies(viewer, FeedReadRule.ACTION).orElse(null), page);
    }

    @Override
    public Optional<FeedRun> run(Subject viewer, UUID feedId) {
        Optional<StoredRun> found = runs.find(feedId);
        found.ifPresent(
                run -> access.require(viewer, FeedReadRule.ACTION, run.run().academy()));
        return found.map(StoredRun::run);
    }

    @Override
    public Page<SchoolDifference> schools(Subject viewer, UUID feedId, PageRequest page) {
        return reviews.schools(readable(viewer, feedId), page);
    }

    @Override
    public Page<HeldSchool> held(Subject viewer, UUID feedId, PageRequest page) {
        return reviews.held(readable(viewer, feedId), page);
    }

    @Override
    public List<ChangeSample> samples(
            Subject viewer, UUID feedId, String schoolCode, RecordKind kind, ChangeSample.Change change) {
        return reviews.samples(readable(viewer, feedId), schoolCode, kind, change);
    }

    @Override
    public Page<LoadFinding> findings(Subject viewer, UUID feedId, PageRequest page) {
        return reviews.findings(readable(viewer, feedId), page);
    }

    @Override
    public void apply(Subject by, UUID feedId) {
        acts.apply(by, feedId, true);
    }

    @Override
    public void accept(Subject by, UUID feedId, Leavers leavers) {
        acts.accept(by, feedId, leavers, true);
    }

    @Override
    public void reject(Subject by, UUID feedId, String reason) {
        acts.reject(by, feedId, reason);
    }

    @Override
    public UUID restore(Subject by, UUID feedId) {
        return acts.restore(by, feedId, true);
    }

    @Override
    public void report(Subject viewer, UUID feedId, ReportFormat format, OutputStream out) {
        reports.write(readable(viewer, feedId), format, out);
    }

    private UUID readable(Subject viewer, UUID feedId) {
        access.require(viewer, FeedReadRule.ACTION, runs.get(feedId).run().academy());
        return feedId;
    }
}
