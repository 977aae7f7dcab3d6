package org.preau.feeds.onde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the pupils that a guardian's line names, by names, and by class where several bear them. Used by one thread, for one school. */
final class ChildFinder {
    private final Map<String, Row> pupils;
    private final Findings findings;
    private final Map<String, List<String>> byName = new HashMap<>();

    ChildFinder(Map<String, Row> pupils, Findings findings) {
        this.pupils = pupils;
        this.findings = findings;
        pupils.forEach((key, row) -> {
            note(row.one("nom"), row, key);
            if (!Forms.plain(row.one("nomUsage")).equals(Forms.plain(row.one("nom")))) {
                note(row.one("nomUsage"), row, key);
            }
        });
    }

    Set<String> childrenOf(Row guardian) {
        Set<String> children = new LinkedHashSet<>();
        List<String> firstNames = guardian.values().getOrDefault("enfantPrenom", List.of());
        for (int i = 0; i < firstNames.size(); i++) {
            if (!firstNames.get(i).isEmpty()) {
                child(guardian, i, children);
            }
        }
        return children;
    }

    private void child(Row guardian, int number, Set<String> children) {
        String firstName = guardian.at("enfantPrenom", number);
        String lastName = guardian.at("enfantNom", number);
        String usual = guardian.at("enfantNomUsage", number);
        Set<String> found = new LinkedHashSet<>(byName.getOrDefault(name(lastName, firstName), List.of()));
        if (found.isEmpty()) {
            found.addAll(byName.getOrDefault(name(usual, firstName), List.of()));
        }
        if (found.size() > 1) {
            String classes = Forms.plain(guardian.at("enfantClasses", number));
            List<String> inClass = new ArrayList<>(found);
            inClass.removeIf(key -> {
                String own = Forms.plain(
                        pupils.get(key) == null ? "" : pupils.get(key).one("classe"));
                return own.isEmpty() || !classes.contains(own);
            });
            if (inClass.size() == 1) {
                found.retainAll(inClass);
            }
        }
        String child = firstName + " " + (lastName.isEmpty() ? usual : lastName);
        if (found.isEmpty()) {
            findings.warn("unknown-child", guardian.file(), guardian.line(), "enfantPrenom", child);
        } else if (found.size() > 1) {
            findings.warn("ambiguous-child", guardian.file(), guardian.line(), "enfantPrenom", child, found.size());
        } else {
            children.addAll(found);
        }
    }

    private void note(String lastName, Row row, String key) {
        if (!lastName.isEmpty()) {
            byName.computeIfAbsent(name(lastName, row.one("prenom")), unused -> new ArrayList<>(1))
                    .add(key);
        }
    }

    private static String name(String lastName, String firstName) {
        return Forms.plain(lastName) + ' ' + Forms.plain(firstName);
    }
}
