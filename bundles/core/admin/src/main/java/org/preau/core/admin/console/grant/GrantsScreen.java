package org.preau.core.admin.console.grant;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.api.authorisation.GrantEntry;
import org.preau.api.authorisation.GrantRegister;
import org.preau.api.authorisation.GrantState;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.Structure;
import org.preau.core.admin.console.Choices;
import org.preau.core.admin.console.ConsolePage;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.DataTable;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.Picture;

/** Who administers what in the perimeter, until when; what the directory proposes (58, 621A). */
public final class GrantsScreen extends ConsolePage {
    private static final Texts TEXTS = Texts.of(GrantsScreen.class);
    private static final int SOON = 45;

    private final GrantDesk desk;
    private final Div body = new Div();

    /** The rights for this user. */
    public GrantsScreen(GrantDesk desk, ViewContext view) {
        super(view, TEXTS);
        this.desk = desk;
        head(text("title"), text("subtitle"));
        List<Structure> places = desk.perimeters.of(user(), GrantRegister.READ);
        if (places.isEmpty()) {
            add(new EmptyState(Picture.PEOPLE, text("nowhere")));
            return;
        }
        Select<Structure> where = Choices.structure(text("where"), places);
        where.addValueChangeListener(event -> show(event.getValue()));
        if (places.size() > 1) {
            add(where);
        }
        add(new Paragraph(new Span(text("give") + " "), Links.to(HOME + "/people", text("give.link"))), body);
        body.addClassName("preau-page");
        show(places.get(0));
    }

    private void show(Structure place) {
        body.removeAll();
        boolean gives = desk.perimeters.allows(user(), GrantRegister.GIVE, place.id());
        body.add(new ProposalsCard(desk, this, place, gives, () -> show(place)), running(place), ending(place));
    }

    private Card running(Structure place) {
        Card card = new Card(text("running"));
        card.add(new DataTable<GrantEntry>(
                        text("running"),
                        (sort, page) ->
                                desk.grants.ofStructure(subject(), place.id(), true, Set.of(GrantState.RUNNING), page))
                .component(text("holder"), each -> holder(each.grant().accountId()))
                .text(text("role"), each -> text("role." + each.grant().role()))
                .text(text("over"), each -> place(each.grant().structureId()))
                .text(
                        text("until"),
                        each -> each.grant().until() == null
                                ? text("open")
                                : day(each.grant().until()))
                .text(text("reason"), GrantEntry::reason)
                .empty(new EmptyState(Picture.PEOPLE, text("running.none"))));
        return card;
    }

    private Card ending(Structure place) {
        Card card = new Card(text("ending"));
        card.add(new ItemList<GrantEntry>(
                        page -> desk.grants.endingWithin(subject(), place.id(), SOON, page),
                        each -> new Item(holderName(each.grant().accountId()))
                                .detail(text("role." + each.grant().role()) + " · "
                                        + place(each.grant().structureId()))
                                .meta(day(each.grant().until())))
                .label(text("ending"))
                .empty(new Div(text("ending.none", SOON))));
        return card;
    }

    /** A link to the person who holds a right. */
    Anchor holder(UUID account) {
        return desk.accounts
                .byId(account)
                .map(each -> Links.to(HOME + "/person/" + each.personId(), fullName(each)))
                .orElseGet(() -> Links.to(HOME + "/people", "–"));
    }

    String holderName(UUID account) {
        return desk.accounts.byId(account).map(GrantsScreen::fullName).orElse("–");
    }

    String place(UUID structure) {
        return desk.structures.byId(structure).map(Structure::name).orElse("–");
    }

    private static String fullName(Account account) {
        return account.firstName() + " " + account.lastName();
    }
}
