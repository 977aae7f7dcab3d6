package org.preau.core.admin.console.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Texts;
import org.preau.api.directory.Structure;
import org.preau.api.directory.identity.People;
import org.preau.api.directory.request.AccountRequest;
import org.preau.api.directory.request.AccountRequests;
import org.preau.api.directory.request.RequestState;
import org.preau.core.admin.console.ConsolePage;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.Picture;

/** Accounts for people whom the AAF lacks: waiting requests first, each accepted or refused with a reason (611C, 621A, 621D). */
public final class RequestsScreen extends ConsolePage {
    private static final Texts TEXTS = Texts.of(RequestsScreen.class);
    private static final int LONGEST = 300;

    private final AccountDesk desk;
    private final List<Structure> decides;
    private final boolean reads;
    private final ItemList<AccountRequest> waiting;
    private final ItemList<AccountRequest> accepted;
    private final ItemList<AccountRequest> refused;

    /** The requests for this user. */
    public RequestsScreen(AccountDesk desk, ViewContext view) {
        super(view, TEXTS);
        this.desk = desk;
        decides = desk.perimeters.of(user(), AccountRequests.MODERATE);
        reads = !desk.perimeters.of(user(), People.READ).isEmpty();
        waiting = list(RequestState.ASKED, "waiting");
        accepted = list(RequestState.ACCEPTED, "accepted");
        refused = list(RequestState.REFUSED, "refused");
        boolean asks = !desk.perimeters.of(user(), AccountRequests.ASK).isEmpty()
                || !desk.perimeters.of(user(), AccountRequests.INVITE).isEmpty();
        var header = head(text("requests"), text("requests.subtitle"));
        if (asks) {
            header.actions(Links.to(HOME + "/requests/new", text("ask")));
        }
        add(card("waiting", waiting), card("accepted", accepted), card("refused", refused));
    }

    private Card card(String key, ItemList<AccountRequest> list) {
        Card card = new Card(text(key));
        card.add(list);
        return card;
    }

    private ItemList<AccountRequest> list(RequestState state, String key) {
        return new ItemList<AccountRequest>(page -> desk.requests.list(subject(), state, page), this::row)
                .label(text(key))
                .empty(
                        state == RequestState.ASKED
                                ? new EmptyState(Picture.DONE, text("waiting.none"))
                                : new Div(text("none")));
    }

    private Item row(AccountRequest request) {
        String until = request.wish().until() == null
                ? text("year")
                : text("until", day(request.wish().until()));
        Item item = new Item(request.wish().firstName() + " " + request.wish().lastName())
                .detail(name(request.wish().profile()) + " · " + request.structure() + " · " + until)
                .detail(text("asked", request.askedByName(), day(request.askedAt())) + " : "
                        + request.wish().reason())
                .detail(request.answer());
        if (request.state() == RequestState.ASKED && !decides.isEmpty()) {
            TextField why = new TextField();
            why.setPlaceholder(text("refuse.why"));
            why.setAriaLabel(text("refuse.why"));
            why.setMaxLength(LONGEST);
            item.trailing(
                    Buttons.plain(text("accept"), () -> accept(request)),
                    why,
                    Buttons.quiet(text("refuse"), () -> refuse(request, why)));
        } else {
            item.meta(day(request.decidedAt()));
            if (request.accountId() != null && reads) {
                item.trailing(Buttons.quiet(
                        text("file"),
                        () -> desk.fileOf(request.accountId()).ifPresent(file -> view().navigate(file))));
            }
        }
        return item;
    }

    private void accept(AccountRequest request) {
        if (done(() -> desk.requests.accept(subject(), request.id()))) {
            refresh();
            Notice.info(text("accept.done", request.wish().firstName()));
        }
    }

    private void refuse(AccountRequest request, TextField why) {
        if (why.getValue().isBlank()) {
            why.setErrorMessage(text("refuse.missing"));
            why.setInvalid(true);
            why.focus();
        } else if (done(() ->
                desk.requests.refuse(subject(), request.id(), why.getValue().strip()))) {
            refresh();
            Notice.undo(text("refuse.done"), () -> {
                if (done(() -> desk.requests.reopen(subject(), request.id()))) {
                    refresh();
                }
            });
        }
    }

    private void refresh() {
        waiting.refresh();
        accepted.refresh();
        refused.refresh();
    }
}
