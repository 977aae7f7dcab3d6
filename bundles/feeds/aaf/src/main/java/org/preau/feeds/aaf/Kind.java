package org.preau.feeds.aaf;

import java.util.Optional;
import org.preau.api.directory.load.RecordKind;

/** The kinds of record in an AAF archive; each has its files. The last two are of the second degree only and are not loaded. */
enum Kind {
    /** Schools. */
    SCHOOL("EtabEducNat", "EtabEducNat", RecordKind.SCHOOL),
    /** Pupils. */
    PUPIL("Eleve", "Eleve", RecordKind.PUPIL),
    /** Guardians. */
    GUARDIAN("PersRelEleve", "PersRelEleve", RecordKind.GUARDIAN),
    /** Personnel. */
    STAFF("PersEducNat", "PersEducNat", RecordKind.STAFF),
    /** Formations (modules élémentaires de formation). */
    FORMATION("MefEducNat", "MefEducNat", null),
    /** Subjects; records call them otherwise than files do. */
    SUBJECT("MatiereEducNat", "MatEducNat", null);

    private final String aafName;
    private final String category;
    private final Optional<RecordKind> loadedAs;

    Kind(String aafName, String category, @org.jspecify.annotations.Nullable RecordKind loadedAs) {
        this.aafName = aafName;
        this.category = category;
        this.loadedAs = Optional.ofNullable(loadedAs);
    }

    /** As files name it. */
    String aafName() {
        return aafName;
    }

    /** Whether records of this kind may say that they are of that category. */
    boolean allows(String written) {
        return category.equalsIgnoreCase(written) || aafName.equalsIgnoreCase(written);
    }

    /** What the directory makes of it; empty for what is not loaded. */
    Optional<RecordKind> loadedAs() {
        return loadedAs;
    }

    static Kind of(RecordKind loaded) {
        return switch (loaded) {
            case SCHOOL -> SCHOOL;
            case PUPIL -> PUPIL;
            case GUARDIAN -> GUARDIAN;
            case STAFF -> STAFF;
        };
    }

    static Optional<Kind> named(String aafName) {
        for (Kind kind : values()) {
            if (kind.allows(aafName)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
