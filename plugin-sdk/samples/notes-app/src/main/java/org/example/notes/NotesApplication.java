package org.example.notes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.HomeCard;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;

/** Notes on the wall of a school. */
@Component
public final class NotesApplication implements PortalApplication {
    static final String ID = "notes-app";
    static final String PATH = "/app/" + ID;
    static final Set<Profile> AUDIENCE = Set.of(Profile.STUDENT, Profile.TEACHER, Profile.HEAD, Profile.STAFF);
    static final Texts TEXTS = Texts.of(NotesApplication.class);

    private final Wall wall;

    /** Made by the portal. */
    @Activate
    public NotesApplication(@Reference Wall wall) {
        this.wall = wall;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                ID, TEXTS.both("app.name"), TEXTS.both("app.description"), "notebook", Hue.YELLOW, AUDIENCE, 400);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(AppView.at("", NotesView.class, view -> new NotesView(wall, view)));
    }

    @Override
    public Optional<HomeCard> card(UserContext user) {
        List<HomeCard.Line> lines =
                wall.notes(user.session().context().structureId(), PageRequest.first(3)).items().stream()
                        .map(note -> new HomeCard.Line(note.text(), note.author(), ""))
                        .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new HomeCard(TEXTS.text(user.locale(), "app.name"), lines));
    }

    @Override
    public Optional<LocalizedText> help() {
        return Optional.of(TEXTS.both("app.help"));
    }
}
