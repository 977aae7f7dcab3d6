package org.preau.feeds.aaf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Two schools with their people, changed by chance: what is asked for in deltas and the state they lead to. The same seed gives the same town. */
final class Town {
    private static final List<String> NAMES =
            List.of("LEBŒUF", "D'ALMEIDA", "AÏT ALI", "Müller", "N'DIAYE", "O’CONNOR");
    private static final List<String> LEVELS = List.of("1111$PS", "1113$GS", "1121$CP", "1125$CM2");

    private final Random random;
    private final Map<Kind, Map<String, Map<String, List<String>>>> records = new EnumMap<>(Kind.class);
    private final Map<Kind, Slice> delta = new EnumMap<>(Kind.class);
    private String date = "20261116";
    private int next = 1000;

    Town(long seed, int pupils) {
        random = new Random(seed);
        for (Kind kind : Degree.NEEDED) {
            records.put(kind, new LinkedHashMap<>());
        }
        records.get(Kind.SCHOOL).put("1", school("0930001A", "E.M.PU$LES LILAS$BONDY"));
        records.get(Kind.SCHOOL).put("2", school("0930002B", "E.E.PU$L'ÉTANG$BONDY"));
        for (int i = 0; i < 4; i++) {
            records.get(Kind.STAFF).put(key(), staff());
        }
        for (int i = 0; i < pupils; i++) {
            String guardian = key();
            String pupil = key();
            records.get(Kind.GUARDIAN).put(guardian, guardian(pupil));
            records.get(Kind.PUPIL).put(pupil, pupil(guardian));
        }
    }

    /** A complete archive of the state. */
    Path complete(Path folder) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        records.forEach((kind, byKey) -> {
            Slice slice = new Slice("ENT_TEST", false, date, kind);
            byKey.forEach(slice::add);
            files.put(slice.name(0), slice.bytes());
        });
        return Archives.tgz(folder.resolve("ENT1D." + date + "_TEST_Complet.tgz"), files);
    }

    /** Changes that many records by chance; gives them as a delta. */
    Path change(Path folder, String day, int changes) {
        date = day;
        for (Kind kind : records.keySet()) {
            delta.put(kind, new Slice("ENT_TEST", true, day, kind));
        }
        for (int i = 0; i < changes; i++) {
            switch (random.nextInt(5)) {
                case 0 -> add(Kind.PUPIL, pupil(any(Kind.GUARDIAN)));
                case 1 -> remove(random.nextBoolean() ? Kind.PUPIL : Kind.GUARDIAN);
                case 2 -> replace(Kind.PUPIL, pupil(any(Kind.GUARDIAN)));
                case 3 -> replace(Kind.GUARDIAN, guardian(any(Kind.PUPIL)));
                default -> replace(Kind.STAFF, staff());
            }
        }
        return Archives.tgz(
                folder.resolve("ENT1D." + day + "_TEST_Delta.tgz"),
                Archives.files(delta.values().toArray(Slice[]::new)));
    }

    private void add(Kind kind, Map<String, List<String>> attributes) {
        String key = key();
        records.get(kind).put(key, attributes);
        delta.get(kind).add(key, attributes);
    }

    private void remove(Kind kind) {
        if (records.get(kind).size() > 2) {
            String key = any(kind);
            records.get(kind).remove(key);
            delta.get(kind).delete(key);
        }
    }

    private void replace(Kind kind, Map<String, List<String>> wish) {
        String key = any(kind);
        Map<String, List<String>> known = new LinkedHashMap<>(records.get(kind).get(key));
        Map<String, List<String>> named = new LinkedHashMap<>();
        wish.forEach((name, values) -> {
            if (random.nextInt(3) == 0) {
                named.put(name, random.nextInt(6) == 0 && !name.equals("ENTPersonStructRattach") ? List.of() : values);
            }
        });
        if (!named.isEmpty()) {
            known.putAll(named);
            records.get(kind).put(key, known);
            delta.get(kind).modify(key, named);
        }
    }

    private Map<String, List<String>> school(String uai, String name) {
        return Map.of("ENTStructureUAI", List.of(uai), "ENTStructureNomCourant", List.of(name));
    }

    private Map<String, List<String>> pupil(String guardian) {
        String school = school();
        Map<String, List<String>> attributes = person();
        attributes.put("ENTPersonStructRattach", List.of(school));
        attributes.put("ENTPersonClasses", List.of(school + "$$$" + school + random.nextInt(3) + "$Classe & Cie"));
        attributes.put("ENTEleveNiveau", List.of(LEVELS.get(random.nextInt(LEVELS.size()))));
        attributes.put("ENTEleveAutoriteParentale", List.of(guardian + "$10"));
        attributes.put("ENTAttributNouveau", List.of("  tel   quel ", "2"));
        return attributes;
    }

    private Map<String, List<String>> guardian(String child) {
        Map<String, List<String>> attributes = person();
        attributes.put("ENTPersRelEleveEleve", List.of(child));
        attributes.put(
                "ENTPersonMail", random.nextBoolean() ? List.of("a" + random.nextInt(99) + "@example.org") : List.of());
        return attributes;
    }

    private Map<String, List<String>> staff() {
        String school = school();
        Map<String, List<String>> attributes = person();
        attributes.put("ENTPersonStructRattach", List.of(school));
        attributes.put("ENTPersonFonctions", List.of(school + "$ENS$ENSEIGNANT$-$-"));
        attributes.put("ENTPersonCategorieEnseignant", List.of(random.nextBoolean() ? "O" : "N"));
        return attributes;
    }

    private Map<String, List<String>> person() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("ENTPersonNom", List.of(NAMES.get(random.nextInt(NAMES.size()))));
        attributes.put("ENTPersonPrenom", List.of("Zoë-" + random.nextInt(50)));
        attributes.put("ENTPersonDateNaissance", List.of(String.format("%02d/05/2018", 1 + random.nextInt(28))));
        return attributes;
    }

    private String school() {
        return random.nextBoolean() ? "1" : "2";
    }

    private String key() {
        return Integer.toString(next++);
    }

    private String any(Kind kind) {
        List<String> keys = new ArrayList<>(records.get(kind).keySet());
        return keys.get(random.nextInt(keys.size()));
    }
}
