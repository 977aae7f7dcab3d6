package org.preau.feeds.aaf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.DirectoryLoads;
import org.preau.api.directory.load.Feed;
import org.preau.api.directory.load.FeedOptions;
import org.preau.api.directory.load.FeedReport;
import org.preau.api.directory.load.FeedReport.Outcome;
import org.preau.api.directory.load.LoadDifference;

/** Takes full archives AAF 1D (SDET annexe 4bis; CCTP chapter 4): all of an archive or nothing. Safe on any thread. */
@Component(configurationPid = "org.preau.feeds.aaf")
@Designate(ocd = AafConfig.class)
public final class AafFeed implements Feed {
    static final String NAME = "aaf";

    private final DirectoryLoads loads;
    private final String academies;

    /** Takes its settings; anything may stand there, an archive is compared with it later. */
    @Activate
    public AafFeed(@Reference DirectoryLoads loads, AafConfig config) {
        this(loads, config.academies());
    }

    AafFeed(DirectoryLoads loads, String academies) {
        this.loads = loads;
        this.academies = academies;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FeedReport check(Path file, FeedOptions options) {
        return run(file, options, false);
    }

    @Override
    public FeedReport apply(Path file, FeedOptions options) {
        return run(file, options, true);
    }

    private FeedReport run(Path file, FeedOptions options, boolean apply) {
        Findings findings = new Findings();
        Academies expected = Academies.of(options.academy(), academies);
        if (expected.unknown()) {
            String message =
                    "no academy is configured: set academies in etc/org.preau.feeds.aaf.cfg, or name it with --academy CODE";
            findings.error("no-academy", "", "", "", message);
            return report(Outcome.REJECT, ArchiveReading.nothing(), findings, null, false);
        }
        String checksum;
        try {
            checksum = Checksum.of(file);
        } catch (IOException e) {
            findings.error(
                    "bad-archive", String.valueOf(file.getFileName()), "", "", "cannot be read: " + e.getMessage());
            return report(Outcome.REJECT, ArchiveReading.nothing(), findings, null, false);
        }
        try (StagedTarget target = new StagedTarget(loads, checksum)) {
            ArchiveReading reading = new ArchiveReading(expected, findings, target);
            reading.read(file, ArchiveLimits.NORMAL);
            if (!findings.rejected()) {
                target.load().check().forEach(findings::add);
            }
            if (findings.rejected()) {
                return report(Outcome.REJECT, reading.counts(), findings, null, false);
            }
            return compare(target.load(), reading.counts(), findings, apply, options.allowDepartures());
        }
    }

    private static FeedReport compare(
            DirectoryLoad load, Map<String, Integer> counts, Findings findings, boolean apply, boolean mayRemove) {
        LoadDifference difference = load.difference();
        if (difference.removes() && !mayRemove) {
            String message = difference.departures() + " people and " + difference.departedStructures()
                    + " schools that are here are no more in the archive: nothing is applied; to let them leave, apply it with --allow-departures";
            findings.warn("departures", "", "", "", message);
            return report(Outcome.HOLD, counts, findings, difference, false);
        }
        Outcome outcome = findings.list().isEmpty() ? Outcome.ACCEPT : Outcome.WARN;
        return report(outcome, counts, findings, apply ? load.apply() : difference, apply);
    }

    private static FeedReport report(
            Outcome outcome,
            Map<String, Integer> counts,
            Findings findings,
            @Nullable LoadDifference difference,
            boolean applied) {
        return new FeedReport(outcome, counts, findings.list(), difference, applied);
    }
}
