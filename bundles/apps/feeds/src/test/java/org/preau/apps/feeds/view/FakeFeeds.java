package org.preau.apps.feeds.view;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.feed.Feeds;
import org.preau.api.feed.HeldSchool;

/** Archives that a test noted, and what was done with them. */
final class FakeFeeds implements Feeds {
    final List<FeedRun> runs = new ArrayList<>();
    final List<HeldSchool> held = new ArrayList<>();
    final List<SchoolDifference> schools = new ArrayList<>();
    final List<LoadFinding> findings = new ArrayList<>();
    final List<String> acts = new ArrayList<>();

    FeedRun add(FeedState state, @Nullable LoadDifference difference, int warnings, int errors) {
        FeedRun run = new FeedRun(
                UUID.randomUUID(),
                "aaf",
                "ENT_1_Complet_" + runs.size() + ".tar.gz",
                "00ff",
                10,
                Instant.parse("2026-11-22T06:00:00Z").plusSeconds(runs.size()),
                null,
                "24",
                "complete",
                LocalDate.of(2026, 11, 21),
                state,
                null,
                Map.of("Eleve", 1092),
                difference,
                warnings,
                errors,
                40,
                null);
        runs.add(run);
        return run;
    }

    static LoadDifference difference(int before, int created, int moved, int leaving) {
        return new LoadDifference(Map.of(
                RecordKind.PUPIL,
                new LoadDifference.Figures(created, moved, moved, before - moved - leaving, leaving, before)));
    }

    @Override
    public List<Feeds.System> systems() {
        return List.of(new Feeds.System("aaf", new LocalizedText("AAF", "AAF")));
    }

    @Override
    public UUID receive(Subject by, String system, Path file, FeedOptions options, boolean apply) {
        acts.add("receive " + system + " " + file.getFileName());
        return UUID.randomUUID();
    }

    @Override
    public Page<FeedRun> list(Subject viewer, PageRequest page) {
        return part(
                runs.stream()
                        .sorted(Comparator.comparing(FeedRun::received).reversed())
                        .toList(),
                page);
    }

    @Override
    public Optional<FeedRun> run(Subject viewer, UUID feedId) {
        return runs.stream().filter(each -> each.id().equals(feedId)).findFirst();
    }

    @Override
    public Page<SchoolDifference> schools(Subject viewer, UUID feedId, PageRequest page) {
        return part(schools, page);
    }

    @Override
    public Page<HeldSchool> held(Subject viewer, UUID feedId, PageRequest page) {
        return part(held, page);
    }

    @Override
    public List<ChangeSample> samples(
            Subject viewer, UUID feedId, String schoolCode, RecordKind kind, ChangeSample.Change change) {
        return List.of(new ChangeSample(kind, change, "42", "Zoé Martin", "CE1 A → CE2 B"));
    }

    @Override
    public Page<LoadFinding> findings(Subject viewer, UUID feedId, PageRequest page) {
        return part(findings, page);
    }

    @Override
    public void apply(Subject by, UUID feedId) {
        acts.add("apply");
    }

    @Override
    public void accept(Subject by, UUID feedId, Leavers leavers) {
        acts.add("accept " + leavers);
    }

    @Override
    public void reject(Subject by, UUID feedId, String reason) {
        acts.add("reject " + reason);
    }

    @Override
    public UUID restore(Subject by, UUID feedId) {
        acts.add("restore");
        return UUID.randomUUID();
    }

    @Override
    public void report(Subject viewer, UUID feedId, ReportFormat format, OutputStream out) {
        try {
            out.write(format.name().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Page<T> part(List<T> all, PageRequest page) {
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), all.size());
    }
}
