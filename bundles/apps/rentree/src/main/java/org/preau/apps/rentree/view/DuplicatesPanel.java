package org.preau.apps.rentree.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Subject;
import org.preau.api.directory.identity.Identities;
import org.preau.api.directory.identity.Likeness;
import org.preau.api.directory.identity.LikenessState;
import org.preau.api.directory.identity.Merge;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.Picture;

/** Step 3: people who look like one, side by side; merged or set apart, with undo. */
final class DuplicatesPanel extends Div {
    private static final int PAIRS = 5;

    private final StepView screen;
    private final UUID school;

    DuplicatesPanel(StepView screen, UUID school) {
        this.screen = screen;
        this.school = school;
        Optional<Identities> identities = screen.desk.duplicates.identities();
        if (identities.isEmpty() || !mayDecide()) {
            add(new EmptyState(Picture.SEARCH, screen.text("duplicates.away")));
            return;
        }
        pairs(identities.get());
        merges(identities.get());
    }

    private boolean mayDecide() {
        return screen.desk.authorisation.allows(
                screen.subject(), Identities.MERGE, org.preau.api.directory.Scope.structure(school));
    }

    private void pairs(Identities identities) {
        Subject viewer = screen.subject();
        Card card = new Card(screen.text("duplicates.title"));
        card.add(new Paragraph(screen.text("duplicates.help")));
        card.add(new ItemList<Likeness>(
                        page -> identities.likenesses(viewer, Optional.of(school), LikenessState.PROPOSED, page),
                        pair -> new PairPanel(screen, identities, pair))
                .pageSize(PAIRS)
                .label(screen.text("duplicates.title"))
                .empty(new EmptyState(Picture.DONE, screen.text("duplicates.none"))));
        card.add(Buttons.plain(
                screen.text("duplicates.search"),
                () -> screen.attempt(() -> {
                    int found = identities.find(viewer, Optional.of(school));
                    screen.refresh();
                    Notice.info(screen.text("duplicates.found", found));
                })));
        add(card);
    }

    private void merges(Identities identities) {
        Subject viewer = screen.subject();
        Card card = new Card(screen.text("merges.title"));
        card.add(new ItemList<Merge>(
                        page -> identities.merges(viewer, Optional.of(school), page), merge -> row(identities, merge))
                .pageSize(PAIRS)
                .label(screen.text("merges.title"))
                .empty(new Paragraph(screen.text("merges.none"))));
        add(card);
    }

    private Item row(Identities identities, Merge merge) {
        Item item = new Item(merge.name());
        if (merge.undoneAt() != null) {
            return item.meta(screen.text("merges.undone"));
        }
        var undo = Buttons.quiet(
                screen.text("merges.undo"),
                () -> screen.attempt(() -> {
                    identities.undo(screen.subject(), merge.id());
                    screen.refresh();
                    Notice.info(screen.text("merges.undone.notice", merge.name()));
                }));
        undo.setAriaLabel(screen.text("merges.undo.of", merge.name()));
        return item.trailing(undo);
    }
}
