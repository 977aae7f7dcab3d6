package org.preau.apps.feeds.view;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** What going back to before an archive would undo, and the button that does it. */
public final class RestoreView extends Screen implements BeforeEnterObserver {
    /** Archives applied since that are named; with one a day, two months. */
    private static final int LOOK_BACK = PageRequest.MAX;

    /** The screen for this user; the address says of which archive. */
    public RestoreView(Desk desk, ViewContext view) {
        super(desk, view);
        view.title(text("restore.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(event.getRouteParameters().get("id").flatMap(Ids::uuid));
    }

    void open(Optional<UUID> id) {
        removeAll();
        if (!desk.mayRead(subject())) {
            closed();
            return;
        }
        Optional<FeedRun> found = id.flatMap(known -> desk.feeds.run(subject(), known));
        if (found.isEmpty() || found.get().state() != FeedState.APPLIED) {
            add(
                    new PageHeader(text("restore.title")).back(text("back"), HOME),
                    new EmptyState(Picture.SEARCH, text("restore.nothing")));
            return;
        }
        show(found.get());
    }

    private void show(FeedRun run) {
        add(new PageHeader(text("restore.title"))
                .subtitle(text("restore.subtitle", run.fileName()))
                .back(text("restore.back"), address(run)));
        List<FeedRun> undone = undone(run);
        Card card = new Card(text("restore.undone", undone.size()));
        card.add(new ItemList<FeedRun>(
                        page -> new Page<>(
                                undone.stream()
                                        .skip(page.offset())
                                        .limit(page.limit())
                                        .toList(),
                                undone.size()),
                        this::row)
                .label(text("restore.undone", undone.size())));
        card.add(new Paragraph(text("restore.kept")));
        if (desk.mayDecide(subject(), run)) {
            card.add(Buttons.primary(text("restore.do"), () -> restore(run.id())));
        }
        add(card);
    }

    /** It and every later one of its source. */
    private List<FeedRun> undone(FeedRun run) {
        List<FeedRun> undone = new ArrayList<>();
        for (FeedRun each :
                desk.feeds.list(subject(), PageRequest.first(LOOK_BACK)).items()) {
            boolean same = each.system().equals(run.system()) && each.academy().equals(run.academy());
            if (same && each.state() == FeedState.APPLIED && !each.received().isBefore(run.received())) {
                undone.add(each);
            }
        }
        return undone;
    }

    private Item row(FeedRun run) {
        Verdict verdict = Verdict.of(run, new Page<>(List.of(), 0), locale());
        return new Item(run.fileName())
                .href(address(run))
                .detail(verdict.sentence())
                .meta(text("received", moment(run.received())));
    }

    private void restore(UUID id) {
        try {
            UUID undo = desk.feeds.restore(subject(), id);
            view.navigate("archive/" + undo);
        } catch (PortalException refused) {
            Notice.problem(refused.userMessage(locale()));
        }
    }
}
