package org.preau.core.admin.console.grant;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.preau.api.authorisation.GrantProposal;
import org.preau.api.authorisation.GrantProposals.Decision;
import org.preau.api.authorisation.ProposalState;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.Structure;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;

/** Rights that the directory proposes for heads, inspectors and advisers; accepted one by one or all of a kind, with undo. */
final class ProposalsCard extends Div {
    private static final Set<ProposalState> WAITING = Set.of(ProposalState.PROPOSED);

    private final GrantDesk desk;
    private final GrantsScreen screen;
    private final Structure place;
    private final Runnable reload;

    ProposalsCard(GrantDesk desk, GrantsScreen screen, Structure place, boolean gives, Runnable reload) {
        this.desk = desk;
        this.screen = screen;
        this.place = place;
        this.reload = reload;
        Card card = new Card(screen.text("proposals"));
        card.add(new ItemList<GrantProposal>(
                        page -> desk.proposals.list(screen.subject(), place.id(), WAITING, Set.of(), page),
                        each -> row(each, gives))
                .label(screen.text("proposals"))
                .empty(new Div(screen.text("proposals.none"))));
        if (gives) {
            card.add(all());
        }
        add(card);
    }

    private Item row(GrantProposal proposal, boolean gives) {
        Item item = new Item(screen.holderName(proposal.accountId()))
                .detail(screen.text("role." + proposal.role()) + " · " + screen.place(proposal.structureId()))
                .detail(proposal.function().isEmpty() ? screen.name(proposal.cause()) : proposal.function());
        if (gives) {
            item.trailing(
                    Buttons.plain(
                            screen.text("accept"),
                            () -> decide(() -> desk.proposals.accept(screen.subject(), List.of(proposal.id()), null))),
                    Buttons.quiet(
                            screen.text("refuse"),
                            () -> decide(() -> desk.proposals.refuse(screen.subject(), List.of(proposal.id())))));
        }
        return item;
    }

    private Div all() {
        Div buttons = new Div();
        buttons.addClassName("preau-form-actions");
        for (Profile cause : List.of(Profile.HEAD, Profile.INSPECTOR, Profile.ADVISER)) {
            long waiting = desk.proposals
                    .list(screen.subject(), place.id(), WAITING, Set.of(cause), PageRequest.first(1))
                    .total();
            if (waiting > 1) {
                buttons.add(Buttons.plain(
                        screen.text("accept." + cause, waiting),
                        () -> decide(() -> desk.proposals.acceptAll(screen.subject(), place.id(), cause, null))));
            }
        }
        return buttons;
    }

    private void decide(Supplier<Decision> decision) {
        screen.done(() -> {
            Decision done = decision.get();
            reload.run();
            Notice.undo(
                    screen.text("decided", done.count()),
                    () -> screen.done(() -> {
                        desk.proposals.undo(screen.subject(), done.id());
                        reload.run();
                    }));
        });
    }
}
