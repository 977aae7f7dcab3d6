package org.preau.apps.feeds.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.feed.FeedChanged;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;
import org.preau.api.feed.HeldSchool;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** The review of one archive: what is the matter, what it changes, and the one thing to do about it. */
public final class ReviewView extends Screen implements BeforeEnterObserver {
    private final Div content = new Div();
    private @Nullable UUID feedId;
    private @Nullable FeedState shown;
    private Div banner = new Div();

    /** The review for this user; the address says of which archive. */
    public ReviewView(Desk desk, ViewContext view) {
        super(desk, view);
        view.title(text("title"));
        add(content);
        view.on(FeedChanged.class, event -> {
            if (event.feedId().equals(feedId)) {
                refresh();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(event.getRouteParameters().get("id").flatMap(Ids::uuid).orElse(null));
    }

    void open(@Nullable UUID id) {
        feedId = id;
        shown = null;
        refresh();
    }

    private void refresh() {
        if (!desk.mayRead(subject())) {
            closed();
            return;
        }
        Optional<FeedRun> run = Optional.ofNullable(feedId).flatMap(id -> desk.feeds.run(subject(), id));
        if (run.isEmpty()) {
            content.removeAll();
            content.add(
                    new PageHeader(text("title")).back(text("back"), HOME),
                    new EmptyState(Picture.SEARCH, text("archive.unknown")));
        } else if (run.get().state() == shown && Verdict.working(run.get())) {
            fillBanner(run.get());
        } else {
            show(run.get());
        }
    }

    private void show(FeedRun run) {
        shown = run.state();
        view.title(run.fileName());
        content.removeAll();
        banner = new Div();
        banner.getElement().setAttribute("role", "status");
        fillBanner(run);
        content.add(new PageHeader(run.fileName()).subtitle(facts(run)).back(text("back"), HOME), banner);
        if (run.state() == FeedState.HELD && desk.mayDecide(subject(), run)) {
            content.add(new HeldCard(this, run));
        } else if (desk.mayDecide(subject(), run)) {
            content.add(new Acts(this, run));
        }
        var difference = run.difference();
        if (difference != null) {
            content.add(new DifferenceCard(this, run, difference));
            if (!difference.isEmpty()) {
                content.add(new SchoolsCard(this, run));
            }
        }
        if (run.warnings() + run.errors() > 0) {
            content.add(new FindingsCard(this, run));
        }
        content.add(new ReportCard(this, run));
    }

    private void fillBanner(FeedRun run) {
        Page<HeldSchool> held = run.state() == FeedState.HELD
                ? desk.feeds.held(subject(), run.id(), PageRequest.first(1))
                : new Page<>(List.of(), 0);
        Verdict verdict = Verdict.of(run, held, locale());
        banner.removeAll();
        banner.setClassName("feeds-verdict feeds-" + verdict.tone().name().toLowerCase(java.util.Locale.ROOT));
        Paragraph sentence = new Paragraph(verdict.sentence());
        sentence.addClassName("feeds-sentence");
        banner.add(sentence);
        if (!verdict.advice().isEmpty()) {
            banner.add(new Paragraph(verdict.advice()));
        }
    }

    private String facts(FeedRun run) {
        List<String> facts = new ArrayList<>();
        facts.add(text("state." + run.state()));
        facts.add(desk.system(run.system()).label().in(locale()));
        if (!run.academy().isEmpty()) {
            facts.add(desk.academy(run.academy()));
        }
        if (!run.mode().isEmpty()) {
            facts.add(kind(run));
        }
        facts.add(text("received", moment(run.received())));
        return String.join(" · ", facts);
    }

    /** Way to what going back would undo. */
    com.vaadin.flow.component.html.Anchor restore(FeedRun run) {
        return Links.to(address(run) + "/restore", text("restore.see"));
    }
}
