package org.preau.core.admin.view;

import java.util.List;
import java.util.Set;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Page;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** What the user hides from his own home page (51E): for himself only, and back whenever he wants. */
public final class OwnHomeView extends Screen {
    private final Set<String> hidden;

    /** The list for this user. */
    public OwnHomeView(Desk desk, ViewContext view) {
        super(desk, view);
        view.title(text("home.title"));
        hidden = desk.toggles.hiddenBy(user().subject());
        add(new PageHeader(text("home.title")).subtitle(text("home.subtitle")).back(text("back"), HOME));
        List<Offer> offers = new Offers(desk, locale())
                .of(user().profile(), user().session().context().structureId()).stream()
                        .filter(offer ->
                                hidden.contains(offer.item()) || desk.toggles.on(offer.item(), user().session()))
                        .toList();
        Card card = new Card(text("switches"));
        card.add(new ItemList<Offer>(
                        page -> new Page<>(
                                offers.stream()
                                        .skip(page.offset())
                                        .limit(page.limit())
                                        .toList(),
                                offers.size()),
                        this::row)
                .pageSize(100)
                .label(text("home.title"))
                .empty(new EmptyState(Picture.SEARCH, text("switches.none"))));
        add(card);
    }

    private Item row(Offer offer) {
        return SwitchRow.of(
                offer,
                text("home.shown"),
                !hidden.contains(offer.item()),
                true,
                shown -> desk.toggles.hide(user().subject(), offer.item(), !shown));
    }
}
