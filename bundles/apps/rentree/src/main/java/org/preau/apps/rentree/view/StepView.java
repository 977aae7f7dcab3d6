package org.preau.apps.rentree.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.api.directory.DirectoryChanged;
import org.preau.api.directory.Structure;
import org.preau.api.directory.identity.PeopleMerged;
import org.preau.api.directory.identity.PeopleParted;
import org.preau.apps.rentree.school.SchoolState;
import org.preau.apps.rentree.school.Step;
import org.preau.ui.kit.Links;
import org.preau.ui.kit.PageHeader;

/** One step of the assistant, with the way to the one before and the one after. */
public final class StepView extends Screen implements BeforeEnterObserver {
    private final Div content = new Div();
    private Runnable again = () -> {};

    /** The step that the address names. */
    public StepView(Desk desk, ViewContext view) {
        super(desk, view);
        add(content);
        view.on(DirectoryChanged.class, event -> again.run());
        view.on(PeopleMerged.class, event -> again.run());
        view.on(PeopleParted.class, event -> again.run());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(
                event.getRouteParameters().get("id").flatMap(Screen::uuid),
                event.getRouteParameters().get("step").flatMap(Step::at),
                event.getLocation().getQueryParameters());
    }

    void open(Optional<UUID> school, Optional<Step> step, QueryParameters parameters) {
        if (school.filter(this::mayRead).isEmpty() || step.isEmpty()) {
            closed();
            return;
        }
        again = () -> show(school.get(), step.get(), parameters);
        again.run();
    }

    /** Draws the step again after an act. */
    void refresh() {
        again.run();
    }

    private void show(UUID school, Step step, QueryParameters parameters) {
        Optional<SchoolState> state = desk.book.now(school);
        if (state.isEmpty()) {
            closed();
            return;
        }
        String name = desk.structures.byId(school).map(Structure::name).orElse("");
        view.title(text("step." + step));
        content.removeAll();
        content.add(
                new PageHeader(text("step.number", step.ordinal() + 1, text("step." + step)))
                        .subtitle(text(
                                "step.subtitle",
                                name,
                                text("state." + state.get().of(step))))
                        .back(text("steps.back"), own(school) ? HOME : address(school)),
                panel(school, step, state.get(), parameters),
                ways(school, step));
    }

    private Component panel(UUID school, Step step, SchoolState state, QueryParameters parameters) {
        return switch (step) {
            case CLASSES -> new ClassesPanel(this, school, state);
            case TEACHERS -> new TeachersPanel(this, school);
            case DUPLICATES -> new DuplicatesPanel(this, school);
            case DELEGATES -> new DelegatesPanel(this, school);
            case SHEETS -> new SheetsPanel(this, school, state);
            case MISSING -> new MissingPanel(this, school, state, parameters);
        };
    }

    private Nav ways(UUID school, Step step) {
        Nav ways = new Nav();
        ways.addClassName("rentree-ways");
        ways.getElement().setAttribute("aria-label", text("steps"));
        Step[] steps = Step.values();
        if (step.ordinal() > 0) {
            Step before = steps[step.ordinal() - 1];
            ways.add(Links.to(address(school, before), text("step.before", text("step." + before))));
        }
        if (step.ordinal() < steps.length - 1) {
            Step after = steps[step.ordinal() + 1];
            ways.add(Links.to(address(school, after), text("step.after", text("step." + after))));
        }
        return ways;
    }
}
