package org.preau.core.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.FeedRecord.ClassRef;
import org.preau.api.directory.load.FeedRecord.GuardianRef;
import org.preau.api.directory.load.FeedRecord.Names;
import org.preau.api.directory.load.RecordKind;

/** An invented academy of a few schools that changes at random, with references to nobody now and then. The same seed is the same story. */
final class RandomSchools {
    private static final List<String> NAMES = List.of("Œuvré", "Martin", "D'Amico", "Benali", "Petit", "Noël");

    private final Random random;
    private final int number;
    private final Map<String, String> classNames = new TreeMap<>();
    private Map<String, Map<String, List<String>>> before = Map.of();
    private final Map<String, FeedRecord> records = new TreeMap<>();
    private int last = 100;

    /** An academy; its UAIs are its own by its number. */
    RandomSchools(long seed, int number) {
        this.random = new Random(seed);
        this.number = number;
        for (int i = 0; i < 3; i++) {
            school(i);
        }
        for (int i = 0; i < 12; i++) {
            put(guardian(next()));
        }
        for (int i = 0; i < 16; i++) {
            put(pupil(next()));
        }
        for (int i = 0; i < 5; i++) {
            put(staff(next()));
        }
    }

    /** All there is now, as a complete archive. */
    List<FeedRecord> complete() {
        return records.values().stream().map(this::named).toList();
    }

    /** Begins a stretch of changes, for {@link #delta}. */
    void mark() {
        before = new LinkedHashMap<>();
        complete().forEach(record -> before.put(id(record), raw(record)));
    }

    /** Stages what changed since {@link #mark}: new records, changed attributes, records that are gone. */
    void delta(DirectoryLoad load) {
        Map<String, FeedRecord> now = new LinkedHashMap<>();
        complete().forEach(record -> now.put(id(record), record));
        now.forEach((id, record) -> {
            Map<String, List<String>> old = before.get(id);
            if (old == null || random.nextInt(10) == 0) {
                load.add(record);
            } else if (!old.equals(raw(record))) {
                Map<String, List<String>> replaced = new LinkedHashMap<>();
                raw(record).forEach((name, values) -> {
                    if (!values.equals(old.get(name))) {
                        replaced.put(name, values);
                    }
                });
                old.keySet().stream()
                        .filter(name -> !raw(record).containsKey(name))
                        .forEach(name -> replaced.put(name, List.of()));
                load.change(kind(id), record.key(), "f", replaced);
            }
        });
        before.keySet().stream()
                .filter(id -> !now.containsKey(id))
                .forEach(id -> load.remove(kind(id), id.substring(id.indexOf(':') + 1), "f"));
    }

    /** Something happens to somebody. */
    void change() {
        switch (random.nextInt(9)) {
            case 0 -> put(pupil(next()));
            case 1 -> put(guardian(next()));
            case 2 -> put(staff(next()));
            case 3 -> school(random.nextInt(5));
            case 4, 5 -> remove();
            case 6 ->
                classNames.replaceAll((id, name) -> random.nextInt(4) == 0 ? "Classe " + random.nextInt(99) : name);
            default -> again();
        }
    }

    private void again() {
        List<String> ids = new ArrayList<>(records.keySet());
        FeedRecord old = records.get(ids.get(random.nextInt(ids.size())));
        int key = Integer.parseInt(old.key());
        if (old instanceof FeedRecord.Pupil) {
            put(pupil(key));
        } else if (old instanceof FeedRecord.Guardian) {
            put(guardian(key));
        } else if (old instanceof FeedRecord.Staff) {
            put(staff(key));
        }
    }

    private void remove() {
        List<String> ids = new ArrayList<>(records.keySet());
        String id = ids.get(random.nextInt(ids.size()));
        if (!id.startsWith("SCHOOL") || random.nextInt(3) == 0) {
            records.remove(id);
        }
    }

    private int next() {
        return last++;
    }

    private void put(FeedRecord record) {
        records.put(id(record), record);
    }

    private void school(int i) {
        String uai = "077" + String.format("%04d", number * 10 + i) + "A";
        put(TestRecords.school(String.valueOf(i), uai, "École " + i + " " + random.nextInt(5)));
    }

    private FeedRecord pupil(int key) {
        String school = String.valueOf(random.nextInt(4));
        List<ClassRef> classes = random.nextInt(8) == 0 ? List.of() : List.of(place(school, random.nextInt(3)));
        List<ClassRef> groups = random.nextInt(3) == 0 ? List.of(place(school, 7)) : List.of();
        List<GuardianRef> guardians = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new GuardianRef(guardianKey(), random.nextBoolean() ? "10" : "90"))
                .toList();
        return new FeedRecord.Pupil(
                "f",
                String.valueOf(key),
                random.nextInt(5) == 0 ? "" : "INE" + key,
                names(),
                LocalDate.parse("2019-03-01").plusDays(random.nextInt(300)),
                "",
                random.nextInt(6) == 0 ? List.of(school, "1") : List.of(school),
                classes,
                groups,
                "CE1",
                random.nextInt(5) == 0,
                guardians,
                Map.of("Z", List.of("z" + random.nextInt(3))));
    }

    private String guardianKey() {
        List<String> keys = records.values().stream()
                .filter(FeedRecord.Guardian.class::isInstance)
                .map(FeedRecord::key)
                .toList();
        return random.nextInt(6) == 0 || keys.isEmpty()
                ? String.valueOf(100 + random.nextInt(60))
                : keys.get(random.nextInt(keys.size()));
    }

    private FeedRecord guardian(int key) {
        return new FeedRecord.Guardian(
                "f",
                String.valueOf(key),
                names(),
                null,
                "g" + random.nextInt(99) + "@post.example.net",
                Map.of("phone", "01990011" + (10 + random.nextInt(80))),
                "rue",
                "77000",
                "MELUN",
                "FRANCE",
                false,
                List.of(),
                Map.of());
    }

    private FeedRecord staff(int key) {
        String school = String.valueOf(random.nextInt(4));
        return new FeedRecord.Staff(
                "f",
                String.valueOf(key),
                names(),
                null,
                "s@ac-creteil.example.org",
                random.nextBoolean() ? List.of(school) : List.of(school, "0"),
                random.nextInt(3) == 0 ? List.of(school) : List.of(),
                random.nextBoolean(),
                List.of(),
                Map.of());
    }

    private Names names() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return new Names(name, "Zoé" + random.nextInt(9), List.of(), name, "");
    }

    private ClassRef place(String school, int id) {
        classNames.putIfAbsent(school + "-" + id, "Classe " + random.nextInt(99));
        return new ClassRef(school, school + "-" + id, "?");
    }

    /** A class has one name at a time, whoever names it. */
    private FeedRecord named(FeedRecord record) {
        if (record instanceof FeedRecord.Pupil p) {
            return TestAttributes.whole(new FeedRecord.Pupil(
                    p.file(),
                    p.key(),
                    p.ine(),
                    p.names(),
                    p.birthDate(),
                    p.email(),
                    p.schools(),
                    named(p.classes()),
                    named(p.groups()),
                    p.level(),
                    p.nursery(),
                    p.guardians(),
                    p.raw()));
        }
        return TestAttributes.whole(record);
    }

    private List<ClassRef> named(List<ClassRef> places) {
        return places.stream()
                .map(each -> new ClassRef(each.school(), each.id(), classNames.getOrDefault(each.id(), "")))
                .toList();
    }

    private static RecordKind kind(String id) {
        return RecordKind.valueOf(id.substring(0, id.indexOf(':')));
    }

    private static String id(FeedRecord record) {
        if (record instanceof FeedRecord.School) {
            return "SCHOOL:" + record.key();
        } else if (record instanceof FeedRecord.Pupil) {
            return "PUPIL:" + record.key();
        }
        return (record instanceof FeedRecord.Guardian ? "GUARDIAN:" : "STAFF:") + record.key();
    }

    private static Map<String, List<String>> raw(FeedRecord record) {
        if (record instanceof FeedRecord.School s) {
            return s.raw();
        } else if (record instanceof FeedRecord.Pupil p) {
            return p.raw();
        }
        return record instanceof FeedRecord.Guardian g ? g.raw() : ((FeedRecord.Staff) record).raw();
    }
}
