package org.preau.core.admin.console.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.identity.PersonFile;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.DayField;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.Notice;

/** The person's account: its state, blocking and opening it, the last day of one made by hand (621D). */
final class AccountCard extends Div {
    private static final int LONGEST = 200;

    AccountCard(PeopleDesk desk, PersonScreen screen, PersonFile his, UUID account) {
        AccountState state = his.line().state();
        Card card = new Card(screen.text("account"));
        card.add(
                new Item(screen.text("login")).meta(his.line().login()),
                new Item(screen.text("state")).meta(screen.name(state)),
                new Item(screen.text("last")).meta(screen.day(his.line().lastSignIn())));
        TextField reason = new TextField(screen.text("block.reason"));
        reason.setMaxLength(LONGEST);
        reason.setRequiredIndicatorVisible(true);
        boolean blocked = state == AccountState.BLOCKED;
        Button turn = Buttons.plain(screen.text(blocked ? "unblock" : "block"), () -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(screen.text("block.reason.missing"));
                reason.setInvalid(true);
                reason.focus();
            } else if (screen.done(() -> turn(desk, screen, account, blocked, reason.getValue()))) {
                screen.show();
                Notice.undo(screen.text(blocked ? "unblocked.one" : "blocked.one"), () -> {
                    screen.done(() -> turn(desk, screen, account, !blocked, screen.text("block.undone")));
                    screen.show();
                });
            }
        });
        if (state == AccountState.ACTIVE || state == AccountState.INACTIVE || blocked) {
            card.add(form(reason, turn));
        }
        if (his.expires() != null) {
            DayField end = new DayField(screen.text("expires"));
            end.setValue(his.expires());
            card.add(form(end, Buttons.plain(screen.text("expires.set"), () -> {
                if (end.getValue() != null
                        && screen.done(() -> desk.requests.setEnd(screen.subject(), account, end.getValue()))) {
                    Notice.info(screen.text("expires.done", screen.day(end.getValue())));
                }
            })));
        }
        add(card);
    }

    private static void turn(PeopleDesk desk, PersonScreen screen, UUID account, boolean open, String reason) {
        if (open) {
            desk.lifecycle.unblock(screen.subject(), account, reason.strip());
        } else {
            desk.lifecycle.block(screen.subject(), account, reason.strip());
        }
    }

    private static Div form(com.vaadin.flow.component.Component field, Button button) {
        Div form = new Div(field, button);
        form.addClassName("preau-filters");
        return form;
    }
}
