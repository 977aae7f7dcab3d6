package org.preau.apps.people.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.signin.ActivationSheets;
import org.preau.api.signin.LocalPasswords;
import org.preau.ui.kit.Avatar;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.Confirm;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Picture;

/** One class: who teaches it, its pupils and, for the staff, their guardians; for who may, the first sign-in sheets and help with lost passwords. */
final class ClassPanel extends Div {
    private final Screen screen;
    private final SchoolClass schoolClass;
    private final Scope scope;
    private final Div secret;

    /** @param secret where a new passphrase is shown: it stays when the directory changes and the panel is made again */
    ClassPanel(Screen screen, SchoolClass schoolClass, Div secret) {
        this.screen = screen;
        this.schoolClass = schoolClass;
        this.scope = Scope.schoolClass(schoolClass.id());
        this.secret = secret;
        add(secret, new TeachersCard(screen, schoolClass));
        add(people("pupils", Profile.STUDENT, this::pupil));
        if (!screen.user().profile().isFamily()) {
            add(people("guardians", Profile.GUARDIAN, screen::row));
        }
    }

    static Div placeForSecret() {
        Div place = new Div();
        place.getElement().setAttribute("role", "status");
        return place;
    }

    private Card people(String title, Profile profile, Function<PersonView, Item> row) {
        Card card = new Card(screen.text(title));
        if (profile == Profile.STUDENT) {
            sheets().ifPresent(card::add);
        }
        card.add(new ItemList<PersonView>(
                        page -> screen.desk.directory.members(screen.subject(), scope, Set.of(profile), page), row)
                .pageSize(30)
                .label(screen.text(title))
                .empty(new EmptyState(Picture.PEOPLE, screen.text(title + ".empty"))));
        return card;
    }

    private Item pupil(PersonView person) {
        Item item = new Item(person.displayName()).leading(new Avatar(person.displayName()));
        if (person.hasAccount() && screen.desk.passwords().isPresent() && allows(LocalPasswords.RESET_PUPIL, scope)) {
            var button = Buttons.quiet(screen.text("password.new"), () -> confirm(person));
            button.setAriaLabel(screen.text("password.new") + " - " + person.displayName());
            item.trailing(button);
        }
        return item;
    }

    private void confirm(PersonView person) {
        Confirm.irreversible(
                screen.text("password.title", person.firstName()),
                screen.text("password.ask", person.displayName()),
                screen.text("password.do"),
                () -> reset(person));
    }

    private void reset(PersonView person) {
        LocalPasswords passwords = screen.desk.passwords().orElse(null);
        var account = screen.desk.accounts.ofPerson(person.id()).stream().findFirst();
        if (passwords == null || account.isEmpty()) {
            return;
        }
        String words = passwords.resetPupil(screen.subject(), account.get().id());
        secret.removeAll();
        secret.add(new NewPassword(screen, person.displayName(), account.get().login(), words, secret::removeAll));
        secret.scrollIntoView();
    }

    private Optional<Component> sheets() {
        Optional<ActivationSheets> sheets = screen.desk.sheets();
        if (sheets.isEmpty() || !allows(ActivationSheets.PRINT, Scope.structure(schoolClass.structureId()))) {
            return Optional.empty();
        }
        Subject by = screen.subject();
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event ->
                                page(sheets.get().html(by, schoolClass.structureId(), Optional.of(schoolClass.name()))))
                        .inline(),
                screen.text("sheets"));
        link.setTarget(AnchorTarget.BLANK);
        link.addClassName("preau-link");
        return Optional.of(link);
    }

    private static DownloadResponse page(String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return new DownloadResponse(
                new ByteArrayInputStream(bytes), "fiches.html", "text/html;charset=utf-8", bytes.length);
    }

    private boolean allows(String action, Scope target) {
        Authorisation authorisation = screen.desk.authorisation;
        return authorisation.allows(screen.subject(), action, target);
    }
}
