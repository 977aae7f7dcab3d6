package org.example.notes;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.authorisation.ActionRule;
import org.preau.api.base.Profile;

/** Who may write on the wall: teachers and the head of the school. Whoever is not named may not: no is the default. */
@Component
public final class WriteNoteRule implements ActionRule {
    static final String WRITE = "notes.write";

    @Override
    public String action() {
        return WRITE;
    }

    @Override
    public Set<Profile> members() {
        return Set.of(Profile.TEACHER, Profile.HEAD);
    }
}
