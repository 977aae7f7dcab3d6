package org.example.notes;

import org.osgi.service.component.annotations.Component;
import org.preau.api.persistence.PersistenceUnit;

/** The schema of this application. The portal makes it, runs {@code db/migration} and then registers the transactions of this name. */
@Component
public final class NotesUnit implements PersistenceUnit {
    static final String TARGET = "(preau.unit=notes_app)";

    @Override
    public String name() {
        return "notes_app";
    }
}
