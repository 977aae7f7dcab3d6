package org.preau.core.admin.console.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.identity.PersonLine;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Notice;

/** Blocks the accounts that are ticked, with a reason; can be undone for a while. */
final class BlockBar extends Div {
    private final PeopleDesk desk;
    private final PeopleScreen screen;
    private final Runnable reload;
    private final Set<UUID> chosen = new LinkedHashSet<>();
    private final Span count = new Span();
    private final TextField reason = new TextField();
    private final Button block;

    BlockBar(PeopleDesk desk, PeopleScreen screen, Runnable reload) {
        this.desk = desk;
        this.screen = screen;
        this.reload = reload;
        addClassName("preau-filters");
        reason.setLabel(screen.text("block.reason"));
        reason.setMaxLength(200);
        reason.setRequiredIndicatorVisible(true);
        block = Buttons.plain(screen.text("block.many"), this::block);
        add(count, reason, block);
        setVisible(false);
    }

    /** The box that chooses a person's account; nothing for who has none that could be blocked. */
    Component box(PersonLine line) {
        UUID account = line.accountId();
        if (account == null || line.state() != AccountState.ACTIVE && line.state() != AccountState.INACTIVE) {
            return new Span();
        }
        Checkbox box = new Checkbox();
        box.setAriaLabel(screen.text("choose.one", line.displayName()));
        box.addValueChangeListener(event -> choose(account, event.getValue()));
        return box;
    }

    void clear() {
        chosen.clear();
        setVisible(false);
    }

    private void choose(UUID account, boolean wanted) {
        if (wanted) {
            chosen.add(account);
        } else {
            chosen.remove(account);
        }
        count.setText(screen.text("chosen", chosen.size()));
        setVisible(!chosen.isEmpty());
    }

    private void block() {
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(screen.text("block.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        reason.setInvalid(false);
        List<UUID> accounts = List.copyOf(chosen);
        String why = reason.getValue().strip();
        long done = accounts.stream().filter(each -> turned(each, why, true)).count();
        reload.run();
        Notice.undo(screen.text("blocked", done), () -> {
            accounts.forEach(each -> turned(each, why, false));
            reload.run();
        });
    }

    private boolean turned(UUID account, String why, boolean close) {
        return screen.done(() -> {
            if (close) {
                desk.lifecycle.block(screen.subject(), account, why);
            } else {
                desk.lifecycle.unblock(screen.subject(), account, screen.text("block.undone"));
            }
        });
    }
}
