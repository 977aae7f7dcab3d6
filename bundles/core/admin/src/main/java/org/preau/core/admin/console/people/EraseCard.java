package org.preau.core.admin.console.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.preau.api.directory.Structure;
import org.preau.api.directory.identity.PersonFile;
import org.preau.api.directory.lifecycle.ErasureCertificate;
import org.preau.api.directory.lifecycle.Lifecycle;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.Confirm;
import org.preau.ui.kit.Notice;

/** Erases a person at his request or the academy's, with a certificate (71C): the one act here that cannot be undone. */
final class EraseCard extends Div {
    private static final int LONGEST = 200;

    EraseCard(PeopleDesk desk, PersonScreen screen, PersonFile his) {
        if (desk.perimeters.of(screen.user(), Lifecycle.ERASE).stream()
                .map(Structure::id)
                .findAny()
                .isEmpty()) {
            return;
        }
        TextField reason = new TextField(screen.text("erase.reason"));
        reason.setMaxLength(LONGEST);
        reason.setHelperText(screen.text("erase.reason.help"));
        Card card = new Card(screen.text("erase"));
        card.add(new Paragraph(screen.text("erase.what")), reason);
        card.add(Buttons.plain(screen.text("erase.do"), () -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(screen.text("block.reason.missing"));
                reason.setInvalid(true);
                reason.focus();
                return;
            }
            Confirm.irreversible(
                    screen.text("erase.title", his.line().displayName()),
                    screen.text("erase.text"),
                    screen.text("erase.do"),
                    () -> erase(desk, screen, his, reason.getValue().strip()));
        }));
        add(card);
    }

    private static void erase(PeopleDesk desk, PersonScreen screen, PersonFile his, String reason) {
        screen.done(() -> {
            ErasureCertificate certificate =
                    desk.lifecycle.erase(screen.subject(), his.line().id(), reason);
            screen.show();
            Notice.info(screen.text("erase.done", certificate.id()));
        });
    }
}
