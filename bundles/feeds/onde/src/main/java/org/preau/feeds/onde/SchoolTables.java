package org.preau.feeds.onde;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedSink;

/** The tables of one school put together: keys, children of guardians. Small enough for memory. Used by one thread, for one school. */
final class SchoolTables {
    private final String uai;
    private final Findings findings;
    private final Map<TableKind, List<Row>> rows = new EnumMap<>(TableKind.class);

    SchoolTables(String uai, Findings findings) {
        this.uai = uai;
        this.findings = findings;
    }

    void add(TableKind kind, Row row) {
        rows.computeIfAbsent(kind, unused -> new ArrayList<>()).add(row);
    }

    /** Hands the records of the school on; gives how many of each table. */
    Map<TableKind, Integer> emit(OndeForm form, FeedSink sink) {
        Map<String, Row> pupils = byKey(TableKind.PUPILS);
        Map<String, Row> guardians = byKey(TableKind.GUARDIANS);
        Map<String, Row> teachers = byKey(TableKind.TEACHERS);
        Map<String, Set<String>> guardiansOf = link(pupils, guardians);
        Row any = rows.values().iterator().next().get(0);
        put(form, sink, RecordKind.SCHOOL, uai, new Row(any.file(), 0, uai, school(any)));
        pupils.forEach((key, row) -> put(
                form,
                sink,
                RecordKind.PUPIL,
                key,
                with(row, OndeForm.GUARDIANS, guardiansOf.getOrDefault(key, Set.of()))));
        guardians.forEach((key, row) -> put(form, sink, RecordKind.GUARDIAN, key, row));
        teachers.forEach((key, row) -> put(form, sink, RecordKind.STAFF, key, row));
        tellClasses(teachers);
        return Map.of(
                TableKind.PUPILS, pupils.size(),
                TableKind.GUARDIANS, guardians.size(),
                TableKind.TEACHERS, teachers.size());
    }

    private Map<String, Row> byKey(TableKind kind) {
        Map<String, Row> byKey = new LinkedHashMap<>();
        for (Row row : rows.getOrDefault(kind, List.of())) {
            String day = kind == TableKind.PUPILS
                    ? Forms.day(row.one("dateNaissance")).map(Object::toString).orElse("")
                    : "";
            if (kind == TableKind.PUPILS && day.isEmpty()) {
                findings.warn("bad-date", row.file(), row.line(), "dateNaissance", row.one("dateNaissance"));
                continue;
            }
            String key = Forms.key(kind.label(), uai, row.one("nom"), row.one("prenom"), day);
            Row known = byKey.putIfAbsent(key, row);
            if (known != null) {
                collision(kind, byKey, key, known, row);
            }
        }
        return byKey;
    }

    /** A guardian of more than three children has several lines; for all others two lines of one key are two people or a slip. */
    private void collision(TableKind kind, Map<String, Row> byKey, String key, Row known, Row row) {
        boolean same = kind == TableKind.GUARDIANS
                && known.one("courriel").equalsIgnoreCase(row.one("courriel"))
                && Forms.plain(known.one("adresse")).equals(Forms.plain(row.one("adresse")));
        if (same) {
            Map<String, List<String>> joined = new LinkedHashMap<>(known.values());
            row.values().forEach((column, values) -> {
                if (column.startsWith("enfant")) {
                    List<String> both = new ArrayList<>(joined.getOrDefault(column, List.of()));
                    both.addAll(values);
                    joined.put(column, both);
                }
            });
            byKey.put(key, new Row(known.file(), known.line(), uai, joined));
        } else if (kind == TableKind.GUARDIANS) {
            String other = Forms.key(key, row.one("enfantNom"), row.one("enfantPrenom"));
            findings.warn("collision.namesake", row.file(), row.line(), "nom", known.line());
            byKey.putIfAbsent(other, row);
        } else {
            findings.warn("collision", row.file(), row.line(), "nom", known.line());
        }
    }

    private Map<String, Set<String>> link(Map<String, Row> pupils, Map<String, Row> guardians) {
        ChildFinder finder = new ChildFinder(pupils, findings);
        Map<String, Set<String>> guardiansOf = new LinkedHashMap<>();
        for (Map.Entry<String, Row> each : guardians.entrySet()) {
            Set<String> children = finder.childrenOf(each.getValue());
            String code = LinkCodes.of(each.getValue().one("lien"));
            children.forEach(child -> guardiansOf
                    .computeIfAbsent(child, unused -> new LinkedHashSet<>())
                    .add(each.getKey() + '$' + code));
            each.setValue(with(each.getValue(), OndeForm.CHILDREN, children));
        }
        return guardiansOf;
    }

    private void tellClasses(Map<String, Row> teachers) {
        List<Row> withClass = teachers.values().stream()
                .filter(row -> !row.one("classe").isEmpty())
                .toList();
        if (!withClass.isEmpty()) {
            findings.warn("teacher-classes", withClass.get(0).file(), 0, "classe", withClass.size(), uai);
        }
    }

    private Map<String, List<String>> school(Row any) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(OndeForm.SCHOOL, List.of(uai));
        if (!any.one("ecole").isEmpty()) {
            values.put("ecole", List.of(any.one("ecole")));
        }
        return values;
    }

    private Row with(Row row, String column, Set<String> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(row.values());
        more.put(OndeForm.SCHOOL, List.of(uai));
        if (!values.isEmpty()) {
            more.put(column, List.copyOf(values));
        }
        return new Row(row.file(), row.line(), uai, more);
    }

    private void put(OndeForm form, FeedSink sink, RecordKind kind, String key, Row row) {
        if (!sink.rejected()) {
            Map<String, List<String>> values = new LinkedHashMap<>(row.values());
            values.put(OndeForm.SCHOOL, List.of(uai));
            values.values().removeIf(all -> all.stream().allMatch(String::isEmpty));
            sink.add(form.record(kind, key, row.file(), values));
        }
    }
}
