package org.preau.feeds.aaf;

import java.util.Optional;

/** The kinds of record in an AAF archive of the first degree; each has its files. */
enum Kind {
    /** Schools. */
    SCHOOL("EtabEducNat"),
    /** Pupils. */
    PUPIL("Eleve"),
    /** Guardians. */
    GUARDIAN("PersRelEleve"),
    /** Personnel. */
    STAFF("PersEducNat");

    private final String aafName;

    Kind(String aafName) {
        this.aafName = aafName;
    }

    /** As files and records name it. */
    String aafName() {
        return aafName;
    }

    static Optional<Kind> named(String aafName) {
        for (Kind kind : values()) {
            if (kind.aafName.equals(aafName)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
