package org.preau.core.feed.step;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedSink;
import org.preau.core.feed.run.Findings;

/** Stages what a feed reads, as long as nothing is wrong. Used by one thread. */
final class StagingSink implements FeedSink {
    private final Findings findings;
    private final Progress progress;
    private final Opening opening;
    private @Nullable DirectoryLoad load;

    /** Opens the load once the archive has said where it comes from. */
    interface Opening {
        DirectoryLoad open(String academy, boolean complete, LocalDate date);
    }

    StagingSink(Findings findings, Progress progress, Opening opening) {
        this.findings = findings;
        this.progress = progress;
        this.opening = opening;
    }

    @Override
    public void begin(String academy, boolean complete, LocalDate date) {
        if (load != null) {
            throw new IllegalStateException("an archive begins once");
        }
        load = opening.open(academy, complete, date);
    }

    @Override
    public void add(FeedRecord record) {
        progress.record();
        if (!rejected()) {
            open().add(record);
        }
    }

    @Override
    public void change(RecordKind kind, String key, String file, Map<String, List<String>> replaced) {
        progress.record();
        if (!rejected()) {
            open().change(kind, key, file, replaced);
        }
    }

    @Override
    public void remove(RecordKind kind, String key, String file) {
        progress.record();
        if (!rejected()) {
            open().remove(kind, key, file);
        }
    }

    @Override
    public void report(LoadFinding finding) {
        findings.add(finding);
    }

    @Override
    public boolean rejected() {
        return findings.rejected();
    }

    /** The load, if the archive began. */
    Optional<DirectoryLoad> load() {
        return Optional.ofNullable(load);
    }

    private DirectoryLoad open() {
        DirectoryLoad known = load;
        if (known == null) {
            throw new IllegalStateException("a record before the archive has said where it comes from");
        }
        return known;
    }
}
