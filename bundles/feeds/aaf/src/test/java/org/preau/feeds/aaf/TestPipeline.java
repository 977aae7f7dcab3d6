package org.preau.feeds.aaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.DirectoryLoads;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.directory.load.LoadSource;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedOutcome;
import org.preau.api.feed.FeedSink;

/** The four steps as core/feed does them, without its store: enough to see an archive in the directory. Holds what makes more than 1 % of a kind leave. */
record TestPipeline(Feed feed, DirectoryLoads loads) {
    Verdict run(Path archive, FeedOptions options, boolean apply, boolean letGo) {
        try (Staged staged = new Staged(checksum(archive))) {
            Map<String, Integer> counts = feed.read(archive, options, staged);
            DirectoryLoad load = staged.load;
            if (load != null && !staged.rejected()) {
                load.check().forEach(staged::report);
            }
            if (load == null || staged.rejected()) {
                return new Verdict(FeedOutcome.REJECT, counts, staged.findings, null, false);
            }
            LoadDifference difference = load.difference();
            if (!letGo && tooManyLeave(difference)) {
                return new Verdict(FeedOutcome.HOLD, counts, staged.findings, difference, false);
            }
            FeedOutcome outcome = staged.findings.isEmpty() ? FeedOutcome.ACCEPT : FeedOutcome.WARN;
            LoadDifference done = apply ? load.apply(Leavers.all()) : difference;
            return new Verdict(outcome, counts, staged.findings, done, apply);
        }
    }

    private static String checksum(Path archive) {
        try {
            byte[] bytes = Files.isRegularFile(archive) ? Files.readAllBytes(archive) : new byte[0];
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean tooManyLeave(LoadDifference difference) {
        return difference.kinds().values().stream().anyMatch(each -> share(each) > 1);
    }

    private static double share(Figures figures) {
        return figures.leaving() == 0 ? 0 : 100.0 * figures.leaving() / Math.max(1, figures.before());
    }

    private final class Staged implements FeedSink, AutoCloseable {
        private final String checksum;
        private final List<LoadFinding> findings = new ArrayList<>();
        private @Nullable DirectoryLoad load;

        Staged(String checksum) {
            this.checksum = checksum;
        }

        @Override
        public void begin(String academy, boolean complete, LocalDate date) {
            load = loads.open(new LoadSource(feed.name(), academy, complete, date, checksum), feed.form());
        }

        @Override
        public void add(FeedRecord record) {
            load().add(record);
        }

        @Override
        public void change(RecordKind kind, String key, String file, Map<String, List<String>> replaced) {
            load().change(kind, key, file, replaced);
        }

        @Override
        public void remove(RecordKind kind, String key, String file) {
            load().remove(kind, key, file);
        }

        @Override
        public void report(LoadFinding finding) {
            findings.add(finding);
        }

        @Override
        public boolean rejected() {
            return findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        }

        @Override
        public void close() {
            if (load != null) {
                load.close();
            }
        }

        private DirectoryLoad load() {
            DirectoryLoad open = load;
            if (open == null) {
                throw new AssertionError("a record before begin");
            }
            return open;
        }
    }
}
