package org.preau.apps.feeds.view;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.HeldSchool;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;

/** The decision on an archive that is on hold: all its departures, or those of the schools that were checked with a call. */
final class HeldCard extends Panel {
    private final ReviewView screen;
    private final FeedRun run;
    private final Checkbox all = new Checkbox();
    private final Set<String> chosen = new LinkedHashSet<>();
    private final Map<String, Checkbox> boxes = new HashMap<>();
    private final Paragraph problem = new Paragraph();

    HeldCard(ReviewView screen, FeedRun run) {
        super(screen.text("held.title"));
        this.screen = screen;
        this.run = run;
        long schools = screen.desk
                .feeds
                .held(screen.subject(), run.id(), PageRequest.first(1))
                .total();
        if (schools > 0) {
            put(new Paragraph(screen.text("held.help")));
            if (schools > 1) {
                all.setLabel(screen.text("held.everywhere", schools));
                all.addValueChangeListener(event -> chooseAll(event.getValue()));
                put(all);
            }
            put(new ItemList<HeldSchool>(this::page, this::row).label(screen.text("held.list")));
        } else {
            all.setValue(true);
            put(new Paragraph(screen.text("held.whole")));
        }
        problem.addClassName("feeds-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Div acts = new Div(
                Buttons.primary(screen.text(leaving(run) > 0 ? "held.accept" : "held.accept.whole"), this::accept),
                new Refusal(screen, run));
        acts.addClassName("preau-form-actions");
        put(problem, acts);
    }

    private static int leaving(FeedRun run) {
        LoadDifference difference = run.difference();
        return difference == null ? 0 : difference.departures();
    }

    private org.preau.api.base.Page<HeldSchool> page(PageRequest page) {
        return screen.desk.feeds.held(screen.subject(), run.id(), page);
    }

    private Item row(HeldSchool school) {
        Checkbox box = new Checkbox(school.name());
        box.setValue(all.getValue() || chosen.contains(school.code()) || school.accepted());
        box.setEnabled(!all.getValue());
        box.setAriaLabel(screen.text("held.box", school.name(), school.leaving(), school.before()));
        if (school.accepted()) {
            chosen.add(school.code());
        }
        box.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                choose(school.code(), event.getValue());
            }
        });
        boxes.put(school.code(), box);
        int percent = school.before() == 0 ? 0 : Math.round(100f * school.leaving() / school.before());
        return new Item(school.code())
                .leading(box)
                .meta(screen.text("held.figures", school.leaving(), school.before(), percent));
    }

    private void choose(String code, boolean wanted) {
        if (wanted) {
            chosen.add(code);
        } else {
            chosen.remove(code);
        }
        problem.setVisible(false);
    }

    private void chooseAll(boolean wanted) {
        boxes.forEach((code, box) -> {
            box.setValue(wanted || chosen.contains(code));
            box.setEnabled(!wanted);
        });
        problem.setVisible(false);
    }

    private void accept() {
        boolean everybody = all.getValue();
        if (!everybody && chosen.isEmpty()) {
            problem.setText(screen.text("held.none"));
            problem.setVisible(true);
            return;
        }
        try {
            screen.desk.feeds.accept(
                    screen.subject(), run.id(), everybody ? Leavers.all() : new Leavers.OfSchools(chosen));
            Notice.info(screen.text("act.applying"));
        } catch (PortalException refused) {
            Notice.problem(refused.userMessage(screen.locale()));
        }
    }
}
