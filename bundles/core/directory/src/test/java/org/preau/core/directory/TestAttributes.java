package org.preau.core.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.ClassRef;
import org.preau.api.directory.load.FeedRecord.Function;
import org.preau.api.directory.load.FeedRecord.GuardianRef;
import org.preau.api.directory.load.FeedRecord.Names;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.directory.load.RecordKind;

/** An invented feed whose attributes say all that a record says: what the directory keeps of a record makes the same record again. */
public final class TestAttributes {
    /** Makes records of attributes. */
    public static final RecordForm FORM = TestAttributes::record;

    private TestAttributes() {}

    /** The record with the attributes that say it, besides those it has already. */
    public static FeedRecord whole(FeedRecord record) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        RecordKind kind;
        if (record instanceof FeedRecord.School s) {
            kind = RecordKind.SCHOOL;
            all.putAll(s.raw());
            put(all, "uai", s.uai());
            put(all, "name", s.name());
            put(all, "type", s.type());
            put(all, "contract", s.contract());
            put(all, "address", s.address());
            put(all, "postalCode", s.postalCode());
            put(all, "city", s.city());
            put(all, "circonscription", s.circonscription());
            put(all, "commune", s.commune());
            put(all, "rpi", s.rpi());
        } else if (record instanceof FeedRecord.Pupil p) {
            kind = RecordKind.PUPIL;
            all.putAll(p.raw());
            names(all, p.names(), p.birthDate(), p.email());
            put(all, "ine", p.ine());
            put(all, "level", p.level());
            put(all, "nursery", p.nursery() ? "O" : "");
            all.put("schools", p.schools());
            all.put("classes", p.classes().stream().map(TestAttributes::text).toList());
            all.put("groups", p.groups().stream().map(TestAttributes::text).toList());
            all.put(
                    "guardians",
                    p.guardians().stream()
                            .map(g -> g.guardian() + "$" + g.linkCode())
                            .toList());
        } else if (record instanceof FeedRecord.Guardian g) {
            kind = RecordKind.GUARDIAN;
            all.putAll(g.raw());
            names(all, g.names(), g.birthDate(), g.email());
            put(all, "phone", g.phones().getOrDefault("phone", ""));
            put(all, "address", g.address());
            put(all, "postalCode", g.postalCode());
            put(all, "city", g.city());
        } else {
            FeedRecord.Staff s = (FeedRecord.Staff) record;
            kind = RecordKind.STAFF;
            all.putAll(s.raw());
            names(all, s.names(), s.birthDate(), s.email());
            all.put("schools", s.schools());
            all.put("headOf", s.headOf());
            put(all, "teacher", s.teacher() ? "O" : "");
            all.put(
                    "functions",
                    s.functions().stream()
                            .map(f -> f.school() + "$" + f.code() + "$" + f.label())
                            .toList());
        }
        all.values().removeIf(List::isEmpty);
        return record(kind, record.key(), record.file(), all);
    }

    private static FeedRecord record(RecordKind kind, String key, String file, Map<String, List<String>> a) {
        return switch (kind) {
            case SCHOOL -> new FeedRecord.School(
                    file,
                    key,
                    one(a, "uai"),
                    one(a, "name"),
                    one(a, "type"),
                    one(a, "contract"),
                    one(a, "address"),
                    one(a, "postalCode"),
                    one(a, "city"),
                    "",
                    "",
                    one(a, "circonscription"),
                    one(a, "commune"),
                    one(a, "rpi"),
                    a);
            case PUPIL -> new FeedRecord.Pupil(
                    file,
                    key,
                    one(a, "ine"),
                    names(a),
                    one(a, "birth").isEmpty() ? null : LocalDate.parse(one(a, "birth")),
                    one(a, "email"),
                    all(a, "schools"),
                    all(a, "classes").stream().map(TestAttributes::place).toList(),
                    all(a, "groups").stream().map(TestAttributes::place).toList(),
                    one(a, "level"),
                    !one(a, "nursery").isEmpty(),
                    all(a, "guardians").stream()
                            .map(text -> new GuardianRef(text.split("\\$")[0], text.split("\\$")[1]))
                            .toList(),
                    a);
            case GUARDIAN -> new FeedRecord.Guardian(
                    file,
                    key,
                    names(a),
                    null,
                    one(a, "email"),
                    one(a, "phone").isEmpty() ? Map.of() : Map.of("phone", one(a, "phone")),
                    one(a, "address"),
                    one(a, "postalCode"),
                    one(a, "city"),
                    "FRANCE",
                    false,
                    List.of(),
                    a);
            case STAFF -> new FeedRecord.Staff(
                    file,
                    key,
                    names(a),
                    null,
                    one(a, "email"),
                    all(a, "schools"),
                    all(a, "headOf"),
                    !one(a, "teacher").isEmpty(),
                    all(a, "functions").stream().map(TestAttributes::function).toList(),
                    a);
        };
    }

    private static void put(Map<String, List<String>> all, String name, String value) {
        all.put(name, value.isEmpty() ? List.of() : List.of(value));
    }

    private static void names(
            Map<String, List<String>> all,
            Names names,
            @org.jspecify.annotations.Nullable LocalDate birth,
            String email) {
        put(all, "last", names.lastName());
        put(all, "first", names.firstName());
        put(all, "birth", birth == null ? "" : birth.toString());
        put(all, "email", email);
    }

    private static Names names(Map<String, List<String>> a) {
        return new Names(one(a, "last"), one(a, "first"), List.of(), one(a, "last"), "");
    }

    private static String one(Map<String, List<String>> all, String name) {
        return all.getOrDefault(name, List.of("")).get(0);
    }

    private static List<String> all(Map<String, List<String>> all, String name) {
        return new ArrayList<>(all.getOrDefault(name, List.of()));
    }

    private static String text(ClassRef place) {
        return place.school() + "$" + place.id() + "$" + place.name();
    }

    private static ClassRef place(String text) {
        String[] parts = text.split("\\$");
        return new ClassRef(parts[0], parts[1], parts[2]);
    }

    private static Function function(String text) {
        String[] parts = text.split("\\$", -1);
        return new Function(parts[0], parts[1], parts[2]);
    }
}
