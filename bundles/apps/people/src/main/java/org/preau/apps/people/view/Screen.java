package org.preau.apps.people.view;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.preau.api.app.UserContext;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.PersonView;
import org.preau.ui.kit.Avatar;
import org.preau.ui.kit.Item;

/** What the parts of the directory browser share: the services, the user, the texts, and how a person is shown. */
final class Screen {
    /** Address of the application. */
    static final String HOME = "/app/people";

    /** The adults of a school. */
    static final Set<Profile> STAFF = Set.of(Profile.HEAD, Profile.TEACHER, Profile.STAFF);

    private static final Texts TEXTS = Texts.of(Screen.class);

    final Desk desk;
    final ViewContext view;

    Screen(Desk desk, ViewContext view) {
        this.desk = desk;
        this.view = view;
    }

    UserContext user() {
        return view.user();
    }

    Subject subject() {
        return user().subject();
    }

    UUID schoolId() {
        return user().session().context().structureId();
    }

    Locale locale() {
        return user().locale();
    }

    String text(String key, Object... arguments) {
        return TEXTS.text(locale(), key, arguments);
    }

    /** Address of a class. */
    static String classAddress(UUID classId) {
        return HOME + "?class=" + classId;
    }

    /** A person as the directory lets this user see him. */
    Item row(PersonView person) {
        List<String> words =
                person.role().stream().filter(word -> !word.isBlank()).toList();
        return new Item(person.displayName())
                .leading(new Avatar(person.displayName()))
                .detail(words.isEmpty() ? text("profile." + person.profile()) : String.join(", ", words))
                .detail(person.email());
    }
}
