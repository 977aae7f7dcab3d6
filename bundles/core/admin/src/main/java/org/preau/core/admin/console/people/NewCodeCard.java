package org.preau.core.admin.console.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.preau.api.base.Profile;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.identity.PersonFile;
import org.preau.api.directory.identity.PersonLine;
import org.preau.api.signin.LocalPasswords;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.Confirm;

/** Lets in who never had his sheet or lost his password: a code for an adult, three words for a pupil, shown once to who hands them over. Nothing for who may not give any. */
final class NewCodeCard extends Div {
    private final PersonScreen screen;
    private final PersonLine line;
    private final String kind;
    private final Div secret = new Div();

    NewCodeCard(PeopleDesk desk, PersonScreen screen, PersonFile his) {
        this.screen = screen;
        line = his.line();
        boolean pupil = line.profiles().contains(Profile.STUDENT);
        kind = pupil ? "pupil" : "adult";
        String action = pupil ? LocalPasswords.RESET_PUPIL : LocalPasswords.RENEW_CODE;
        boolean open = line.state() == AccountState.ACTIVE || line.state() == AccountState.INACTIVE;
        Optional<LocalPasswords> passwords = desk.passwords();
        if (!open
                || passwords.isEmpty()
                || his.affiliations().stream()
                        .noneMatch(each -> desk.perimeters.allows(screen.user(), action, each.structureId()))) {
            return;
        }
        secret.getElement().setAttribute("role", "status");
        Card card = new Card(screen.text("code"));
        card.add(
                new Paragraph(screen.text("code.what." + kind)),
                Buttons.plain(
                        screen.text("code.do." + kind),
                        () -> Confirm.irreversible(
                                screen.text("code.title." + kind, line.displayName()),
                                screen.text("code.ask", line.displayName()),
                                screen.text("code.do." + kind),
                                () -> give(passwords.get(), pupil))),
                secret);
        add(card);
    }

    private void give(LocalPasswords passwords, boolean pupil) {
        var account = line.accountId();
        if (account == null) {
            return;
        }
        screen.done(() -> {
            String words = pupil
                    ? passwords.resetPupil(screen.subject(), account)
                    : passwords.renewCode(screen.subject(), account);
            Span shown = new Span(words);
            shown.addClassName("preau-secret");
            secret.removeAll();
            secret.add(
                    new Paragraph(screen.text("code.login", line.login())),
                    new Paragraph(shown),
                    new Paragraph(screen.text("code.note." + kind)),
                    Buttons.plain(screen.text("code.close"), secret::removeAll));
        });
    }
}
