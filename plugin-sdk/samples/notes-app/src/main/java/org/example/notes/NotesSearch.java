package org.example.notes;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.search.SearchHit;
import org.preau.api.search.SearchProvider;

/** Finds notes by their words, for the search in the head of every page: those of the user's present school, which he may read anyway. */
@Component
public final class NotesSearch implements SearchProvider {
    private final Wall wall;

    /** Made by the portal. */
    @Activate
    public NotesSearch(@Reference Wall wall) {
        this.wall = wall;
    }

    @Override
    public String id() {
        return NotesApplication.ID;
    }

    @Override
    public LocalizedText name() {
        return NotesApplication.TEXTS.both("app.name");
    }

    @Override
    public boolean serves(UserContext user) {
        return NotesApplication.AUDIENCE.contains(user.session().context().profile());
    }

    @Override
    public Page<SearchHit> search(UserContext user, String words, int most) {
        Page<Note> found = wall.search(user.session().context().structureId(), words, most);
        return new Page<>(
                found.items().stream()
                        .map(note -> new SearchHit(note.text(), note.author(), NotesApplication.PATH))
                        .toList(),
                found.total());
    }
}
