package org.preau.testkit.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedSink;

/** Keeps what a feed tells, and what it told out of turn. */
final class ToldSink implements FeedSink {
    private final List<FeedRecord> records = new ArrayList<>();
    private final List<LoadFinding> findings = new ArrayList<>();
    private final List<String> outOfTurn = new ArrayList<>();
    private int begun;
    private int told;

    List<FeedRecord> records() {
        return List.copyOf(records);
    }

    List<LoadFinding> findings() {
        return List.copyOf(findings);
    }

    List<LoadFinding> errors() {
        return findings.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
    }

    List<String> outOfTurn() {
        return List.copyOf(outOfTurn);
    }

    int begun() {
        return begun;
    }

    int told() {
        return told;
    }

    @Override
    public void begin(String academy, boolean complete, LocalDate date) {
        if (told > 0) {
            outOfTurn.add("begin after the first record");
        }
        begun++;
    }

    @Override
    public void add(FeedRecord record) {
        tell(record.key());
        records.add(record);
    }

    @Override
    public void change(RecordKind kind, String key, String file, Map<String, List<String>> replaced) {
        tell(key);
    }

    @Override
    public void remove(RecordKind kind, String key, String file) {
        tell(key);
    }

    @Override
    public void report(LoadFinding finding) {
        findings.add(finding);
    }

    @Override
    public boolean rejected() {
        return !errors().isEmpty();
    }

    private void tell(String key) {
        if (begun == 0) {
            outOfTurn.add("record " + key + " before begin");
        }
        told++;
    }
}
