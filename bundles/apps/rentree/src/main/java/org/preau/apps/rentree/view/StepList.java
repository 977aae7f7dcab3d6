package org.preau.apps.rentree.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.directory.readiness.Gap;
import org.preau.api.directory.readiness.SchoolReadiness;
import org.preau.apps.rentree.school.SchoolState;
import org.preau.apps.rentree.school.Step;
import org.preau.apps.rentree.school.StepState;
import org.preau.ui.kit.AppIcon;
import org.preau.ui.kit.Figures;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;

/** The assistant of one school: how far it is, what is missing in figures, the steps with their state. */
final class StepList extends Div {
    private final Screen screen;
    private final UUID school;
    private final SchoolState state;

    StepList(Screen screen, UUID school, SchoolState state) {
        this.screen = screen;
        this.school = school;
        this.state = state;
        add(new ShareBar(screen, state.done()));
        add(figures());
        add(new ItemList<Step>(page -> new Page<>(java.util.List.of(Step.values()), Step.values().length), this::row)
                .label(screen.text("steps")));
    }

    private Figures figures() {
        SchoolReadiness figures = state.figures();
        Figures shown = new Figures(screen.text("figures"));
        figure(shown, figures.untaughtClasses(), "untaught", Screen.address(school, Step.TEACHERS));
        gap(shown, figures.pupilsWithoutClass(), Gap.PUPIL_WITHOUT_CLASS);
        gap(shown, figures.pupilsWithoutGuardian(), Gap.PUPIL_WITHOUT_GUARDIAN);
        gap(shown, figures.guardiansWithoutMail(), Gap.GUARDIAN_WITHOUT_MAIL);
        gap(shown, figures.accountsNeverUsed(), Gap.ACCOUNT_NEVER_USED);
        return shown;
    }

    private void gap(Figures shown, int figure, Gap gap) {
        figure(shown, figure, gap.name(), MissingPanel.address(school, gap));
    }

    private void figure(Figures shown, int figure, String key, String href) {
        String value = screen.text("figure", figure);
        if (figure > 0) {
            shown.concern(value, screen.text("figure." + key, figure), href);
        } else {
            shown.figure(value, screen.text("figure." + key, figure), href);
        }
    }

    private Item row(Step step) {
        StepState where = state.of(step);
        Span mark = new Span(new AppIcon(icon(where)));
        mark.addClassNames("rentree-mark", "rentree-" + where.name().toLowerCase(java.util.Locale.ROOT));
        return new Item(screen.text("step.number", step.ordinal() + 1, screen.text("step." + step)))
                .leading(mark)
                .href(Screen.address(school, step))
                .detail(screen.text("step." + step + ".what"))
                .meta(screen.text("state." + where));
    }

    private static String icon(StepState state) {
        return switch (state) {
            case DONE -> "check-circle";
            case TO_DO -> "circle-thin";
            case PROBLEM -> "exclamation-circle";
        };
    }
}
