package org.preau.feeds.onde;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The three tables of ONDE. */
enum TableKind {
    /** Pupils. */
    PUPILS("eleves", List.of("nom", "prenom", "dateNaissance")),
    /** Guardians. */
    GUARDIANS("responsables", List.of("nom", "prenom")),
    /** Teachers. */
    TEACHERS("enseignants", List.of("nom", "prenom"));

    private final String label;
    private final List<String> needed;

    TableKind(String label, List<String> needed) {
        this.label = label;
        this.needed = needed;
    }

    /** As reports name it. */
    String label() {
        return label;
    }

    /** Columns without which no key can be made. */
    List<String> needed() {
        return needed;
    }

    /** Which table it is, by its columns; where they leave it open, by its name. */
    static Optional<TableKind> of(Set<String> headings, Set<String> columns, String file) {
        if (columns.contains("enfantPrenom") || headings.stream().anyMatch(each -> each.contains("responsable"))) {
            return Optional.of(GUARDIANS);
        }
        if (headings.stream().anyMatch(each -> each.endsWith("eleve"))
                || columns.contains("dateNaissance") && columns.contains("niveau")) {
            return Optional.of(PUPILS);
        }
        if (columns.contains("directeur")) {
            return Optional.of(TEACHERS);
        }
        String name = Forms.plain(file);
        for (TableKind kind : values()) {
            if (name.contains(kind.label.substring(0, kind.label.length() - 1))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
