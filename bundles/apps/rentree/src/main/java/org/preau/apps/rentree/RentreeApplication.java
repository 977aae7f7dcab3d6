package org.preau.apps.rentree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.HomeCard;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.TodayItem;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.apps.rentree.school.Cockpit.Filter;
import org.preau.apps.rentree.school.Cockpit.Sums;
import org.preau.apps.rentree.school.SchoolState;
import org.preau.apps.rentree.school.Step;
import org.preau.apps.rentree.school.StepState;
import org.preau.apps.rentree.view.Desk;
import org.preau.apps.rentree.view.RentreeView;
import org.preau.apps.rentree.view.SchoolView;
import org.preau.apps.rentree.view.StepView;

/** The beginning of the school year: the assistant of a head, the cockpit of those above (612A, 621C). */
@Component(service = PortalApplication.class)
public final class RentreeApplication implements PortalApplication {
    private static final Texts TEXTS = Texts.of(RentreeApplication.class);
    private static final int LINES = 4;

    private final Desk desk;

    /** Made by the portal. */
    @Activate
    public RentreeApplication(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                "rentree",
                TEXTS.both("app.name"),
                TEXTS.both("app.description"),
                "calendar-user",
                Hue.PURPLE,
                Set.of(Profile.HEAD, Profile.INSPECTOR, Profile.ADVISER, Profile.ACADEMY),
                170);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(
                AppView.at("", RentreeView.class, view -> new RentreeView(desk, view)),
                AppView.at("school/:id", SchoolView.class, view -> new SchoolView(desk, view)),
                AppView.at("school/:id/:step", StepView.class, view -> new StepView(desk, view)));
    }

    @Override
    public Optional<HomeCard> card(UserContext user) {
        Locale locale = user.locale();
        List<HomeCard.Line> lines = new ArrayList<>();
        Optional<SchoolState> own = own(user);
        if (own.isPresent()) {
            SchoolState state = own.get();
            lines.add(new HomeCard.Line(TEXTS.text(locale, "card.share", state.share()), "", ""));
            open(state).stream()
                    .limit(LINES)
                    .forEach(step ->
                            lines.add(new HomeCard.Line(TEXTS.text(locale, "card." + step), "", path(user, step))));
        } else if (!desk.cockpit().perimeter(user.subject()).isEmpty()) {
            Sums sums = desk.cockpit().sums(user.subject(), Filter.ALL);
            lines.add(new HomeCard.Line(TEXTS.text(locale, "card.ready", sums.ready(), sums.schools()), "", ""));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new HomeCard(TEXTS.text(locale, "card.title"), lines));
    }

    @Override
    public List<TodayItem> today(UserContext user) {
        return own(user).map(RentreeApplication::open).orElse(List.of()).stream()
                .limit(1)
                .map(step -> new TodayItem(
                        TodayItem.Kind.TO_DO, TEXTS.text(user.locale(), "card." + step), path(user, step)))
                .toList();
    }

    @Override
    public Optional<LocalizedText> help() {
        return Optional.of(TEXTS.both("app.help"));
    }

    private Optional<SchoolState> own(UserContext user) {
        UUID school = user.session().context().structureId();
        return user.profile() == Profile.HEAD && desk.assistant().prepares(user.subject(), school)
                ? desk.book().now(school)
                : Optional.empty();
    }

    private static List<Step> open(SchoolState state) {
        List<Step> open = new ArrayList<>();
        for (Step step : Step.values()) {
            if (state.of(step) != StepState.DONE) {
                open.add(step);
            }
        }
        return open;
    }

    private static String path(UserContext user, Step step) {
        return "school/" + user.session().context().structureId() + "/" + step.path();
    }
}
