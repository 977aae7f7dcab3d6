package org.preau.apps.feeds.view;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.preau.api.app.ViewContext;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.FeedChanged;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** The archives, the latest first, and the way to hand one in. */
public final class ArchivesView extends Screen {
    /** The list for this user. */
    public ArchivesView(Desk desk, ViewContext view) {
        super(desk, view);
        view.title(text("title"));
        if (!desk.mayRead(subject())) {
            closed();
            return;
        }
        add(new PageHeader(text("title")).subtitle(text("subtitle")));
        ItemList<FeedRun> list = new ItemList<FeedRun>(this::archives, this::row)
                .label(text("list.label"))
                .empty(new EmptyState(Picture.CALENDAR, text("list.empty")));
        Div archives = new Div(list);
        archives.addClassName("feeds-archives");
        add(archives);
        if (desk.mayReceive(subject())) {
            Card card = new Card(text("upload.title"));
            card.add(new ArchiveUpload(this));
            add(card);
        }
        view.on(FeedChanged.class, event -> list.refresh());
    }

    private org.preau.api.base.Page<FeedRun> archives(PageRequest page) {
        return desk.feeds.list(subject(), page);
    }

    private Item row(FeedRun run) {
        return new Item(run.fileName())
                .href(address(run))
                .detail(String.join(" · ", facts(run)))
                .detail(figures(run))
                .meta(state(run))
                .marked(run.state() == FeedState.HELD);
    }

    private List<String> facts(FeedRun run) {
        List<String> facts = new ArrayList<>();
        facts.add(desk.system(run.system()).label().in(locale()));
        if (!run.academy().isEmpty()) {
            facts.add(desk.academy(run.academy()));
        }
        if (!run.mode().isEmpty()) {
            facts.add(kind(run));
        }
        facts.add(text("received", moment(run.received())));
        return facts;
    }

    private String figures(FeedRun run) {
        var difference = run.difference();
        if (difference == null) {
            return "";
        }
        var pupils = difference.of(RecordKind.PUPIL);
        return text(
                "list.figures",
                pupils.before() + pupils.created() - pupils.leaving(),
                difference.created(),
                difference.changed(),
                difference.departures());
    }

    private String state(FeedRun run) {
        String state = text("state." + run.state());
        return Verdict.working(run) && run.progress() > 0 ? state + " " + text("percent", run.progress()) : state;
    }
}
