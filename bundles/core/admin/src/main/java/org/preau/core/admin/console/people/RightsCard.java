package org.preau.core.admin.console.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.preau.api.authorisation.GrantEntry;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.authorisation.GrantState;
import org.preau.api.authorisation.NewGrant;
import org.preau.api.authorisation.Role;
import org.preau.api.directory.Structure;
import org.preau.core.admin.console.Choices;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.DayField;
import org.preau.ui.kit.FormPanel;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;

/** The administration rights that a person holds or held, and giving him one over a structure of one's own perimeter (621A). */
final class RightsCard extends Div {
    private static final int LONGEST = 500;

    private final PeopleDesk desk;
    private final PersonScreen screen;
    private final UUID account;
    private final ItemList<GrantEntry> held;

    RightsCard(PeopleDesk desk, PersonScreen screen, UUID account) {
        this.desk = desk;
        this.screen = screen;
        this.account = account;
        held = new ItemList<GrantEntry>(
                        page -> desk.grants.ofAccount(screen.subject(), account, Set.of(), page), this::row)
                .label(screen.text("rights"))
                .empty(new Div(screen.text("rights.none")));
        List<Structure> mine = desk.perimeters.of(screen.user(), GrantRegister.GIVE);
        boolean reads = !desk.perimeters.of(screen.user(), GrantRegister.READ).isEmpty();
        if (reads || !mine.isEmpty()) {
            Card card = new Card(screen.text("rights"));
            card.add(held);
            if (!mine.isEmpty()) {
                card.add(form(mine));
            }
            add(card);
        }
    }

    private Item row(GrantEntry entry) {
        String place = desk.structures
                .byId(entry.grant().structureId())
                .map(Structure::name)
                .orElse("–");
        String until = entry.grant().until() == null
                ? screen.text("rights.open")
                : screen.text("rights.until", screen.day(entry.grant().until()));
        Item item = new Item(screen.text("role." + entry.grant().role()) + " · " + place)
                .detail(entry.reason())
                .meta(entry.state() == GrantState.RUNNING ? until : screen.text("rights." + entry.state()));
        if (entry.state() == GrantState.RUNNING
                && desk.perimeters.allows(
                        screen.user(), GrantRegister.GIVE, entry.grant().structureId())) {
            item.trailing(Buttons.quiet(screen.text("rights.end"), () -> end(entry)));
        }
        return item;
    }

    private void end(GrantEntry entry) {
        if (screen.done(() -> desk.grants.end(screen.subject(), entry.grant().id()))) {
            held.refresh();
            Notice.undo(screen.text("rights.ended"), () -> {
                give(new NewGrant(
                        account,
                        entry.grant().role(),
                        entry.grant().structureId(),
                        entry.grant().until(),
                        entry.reason()));
                held.refresh();
            });
        }
    }

    private FormPanel form(List<Structure> mine) {
        Select<Role> role =
                Choices.one(screen.text("role"), List.of(Role.values()), each -> screen.text("role." + each));
        role.setValue(Role.ADML);
        Select<Structure> where = Choices.structure(screen.text("rights.where"), mine);
        DayField until = new DayField(screen.text("rights.last"));
        TextField reason = new TextField(screen.text("rights.reason"));
        reason.setMaxLength(LONGEST);
        return new FormPanel()
                .field(role)
                .field(where)
                .field(until, screen.text("rights.last.help"))
                .field(reason)
                .submit(screen.text("rights.give"), () -> {
                    give(new NewGrant(
                            account,
                            role.getValue(),
                            where.getValue().id(),
                            until.getValue(),
                            reason.getValue().strip()));
                    held.refresh();
                });
    }

    private void give(NewGrant grant) {
        if (screen.done(() -> desk.grants.give(screen.subject(), grant))) {
            Notice.info(screen.text("rights.given"));
        }
    }
}
