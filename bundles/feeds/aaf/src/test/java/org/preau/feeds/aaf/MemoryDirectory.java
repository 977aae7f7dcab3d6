package org.preau.feeds.aaf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedSink;

/** A directory in memory, by the letter of the contract: attributes of records by kind and key. Shows what a feed alone says and gives. */
final class MemoryDirectory {
    private final RecordForm form;
    private final Feed feed;
    private Map<RecordKind, Map<String, Map<String, List<String>>>> records = empty();
    private Sink last = new Sink();

    MemoryDirectory(Feed feed) {
        this.feed = feed;
        form = feed.form();
    }

    /** Takes an archive, unless it has errors; gives the counts. */
    Map<String, Integer> take(Path archive) {
        Sink sink = new Sink();
        last = sink;
        Map<String, Integer> counts = feed.read(archive, FeedOptions.NONE, sink);
        if (!sink.rejected() && !sink.academy.isEmpty()) {
            records = sink.records;
        }
        return counts;
    }

    List<LoadFinding> findings() {
        return last.findings;
    }

    List<String> codes() {
        return last.findings.stream().map(LoadFinding::code).toList();
    }

    boolean rejected() {
        return last.rejected();
    }

    boolean complete() {
        return last.complete;
    }

    /** Every record, as the form makes it now, by kind and key. */
    Map<RecordKind, Map<String, FeedRecord>> all() {
        Map<RecordKind, Map<String, FeedRecord>> all = new EnumMap<>(RecordKind.class);
        records.forEach((kind, byKey) -> {
            Map<String, FeedRecord> made = new TreeMap<>();
            byKey.forEach((key, attributes) -> made.put(key, form.record(kind, key, "", attributes)));
            all.put(kind, made);
        });
        return all;
    }

    /** The figures of {@code expected.json} that need no database. */
    Map<String, Integer> totals() {
        Map<RecordKind, Map<String, FeedRecord>> all = all();
        Set<String> classes = new HashSet<>();
        int links = 0;
        int nursery = 0;
        for (FeedRecord each : all.get(RecordKind.PUPIL).values()) {
            FeedRecord.Pupil pupil = (FeedRecord.Pupil) each;
            pupil.classes().forEach(name -> classes.add(name.school() + '/' + name.id()));
            links += (int) pupil.guardians().stream()
                    .filter(link -> all.get(RecordKind.GUARDIAN).containsKey(link.guardian()))
                    .count();
            nursery += pupil.nursery() ? 1 : 0;
        }
        long teachers = all.get(RecordKind.STAFF).values().stream()
                .filter(each -> ((FeedRecord.Staff) each).teacher())
                .count();
        Map<String, Integer> totals = new LinkedHashMap<>();
        totals.put("schools", all.get(RecordKind.SCHOOL).size());
        totals.put("classes", classes.size());
        totals.put("pupils", all.get(RecordKind.PUPIL).size());
        totals.put("pupils_nursery", nursery);
        totals.put("guardians", all.get(RecordKind.GUARDIAN).size());
        totals.put("guardian_links", links);
        totals.put("teachers", (int) teachers);
        totals.put("other_staff", all.get(RecordKind.STAFF).size() - (int) teachers);
        return totals;
    }

    private static Map<RecordKind, Map<String, Map<String, List<String>>>> empty() {
        Map<RecordKind, Map<String, Map<String, List<String>>>> kinds = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            kinds.put(kind, new LinkedHashMap<>());
        }
        return kinds;
    }

    private final class Sink implements FeedSink {
        private final List<LoadFinding> findings = new ArrayList<>();
        private final Map<RecordKind, Map<String, Map<String, List<String>>>> records = empty();
        private String academy = "";
        private boolean complete;

        @Override
        public void begin(String code, boolean whole, LocalDate date) {
            academy = code;
            complete = whole;
            if (!whole) {
                MemoryDirectory.this.records.forEach(
                        (kind, known) -> records.get(kind).putAll(known));
            }
        }

        @Override
        public void add(FeedRecord record) {
            if (record instanceof FeedRecord.School school) {
                put(RecordKind.SCHOOL, record.key(), school.raw());
            } else if (record instanceof FeedRecord.Pupil pupil) {
                put(RecordKind.PUPIL, record.key(), pupil.raw());
            } else if (record instanceof FeedRecord.Guardian guardian) {
                put(RecordKind.GUARDIAN, record.key(), guardian.raw());
            } else if (record instanceof FeedRecord.Staff staff) {
                put(RecordKind.STAFF, record.key(), staff.raw());
            }
        }

        @Override
        public void change(RecordKind kind, String key, String file, Map<String, List<String>> replaced) {
            Map<String, List<String>> known = records.get(kind).get(key);
            if (known == null) {
                report(new LoadFinding(Severity.WARNING, "unknown-key", file, key, "", "not known"));
                return;
            }
            Map<String, List<String>> changed = new LinkedHashMap<>(known);
            replaced.forEach((name, values) -> {
                if (values.isEmpty()) {
                    changed.remove(name);
                } else {
                    changed.put(name, values);
                }
            });
            records.get(kind).put(key, changed);
        }

        @Override
        public void remove(RecordKind kind, String key, String file) {
            if (records.get(kind).remove(key) == null) {
                report(new LoadFinding(Severity.WARNING, "unknown-key", file, key, "", "not known"));
            }
        }

        @Override
        public void report(LoadFinding finding) {
            findings.add(finding);
        }

        @Override
        public boolean rejected() {
            return findings.stream().anyMatch(each -> each.severity() == Severity.ERROR);
        }

        private void put(RecordKind kind, String key, Map<String, List<String>> attributes) {
            records.get(kind).put(key, attributes);
        }
    }
}
