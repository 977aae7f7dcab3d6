package org.preau.itests.extension;

import org.preau.api.persistence.PersistenceUnit;

/** The schema of the extension. */
public final class NotesUnit implements PersistenceUnit {
    @Override
    public String name() {
        return "notes";
    }
}
