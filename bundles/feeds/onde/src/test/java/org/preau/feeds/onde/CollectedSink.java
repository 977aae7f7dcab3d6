package org.preau.feeds.onde;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedSink;

/** Keeps what a feed tells. */
final class CollectedSink implements FeedSink {
    final List<FeedRecord> records = new ArrayList<>();
    final List<LoadFinding> findings = new ArrayList<>();
    String academy = "";
    boolean complete = true;

    @Override
    public void begin(String code, boolean whole, LocalDate date) {
        academy = code;
        complete = whole;
    }

    @Override
    public void add(FeedRecord record) {
        records.add(record);
    }

    @Override
    public void change(RecordKind kind, String key, String file, Map<String, List<String>> replaced) {
        throw new AssertionError("tables change nothing");
    }

    @Override
    public void remove(RecordKind kind, String key, String file) {
        throw new AssertionError("nobody leaves by tables");
    }

    @Override
    public void report(LoadFinding finding) {
        findings.add(finding);
    }

    @Override
    public boolean rejected() {
        return findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }

    <T extends FeedRecord> List<T> of(Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<String> codes() {
        return findings.stream().map(LoadFinding::code).toList();
    }
}
