package org.preau.core.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.HomeCard;
import org.preau.api.app.HomeCard.Line;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.TodayItem;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.DirectoryTotals;
import org.preau.core.admin.console.account.AccountDesk;
import org.preau.core.admin.console.account.AskScreen;
import org.preau.core.admin.console.account.DeparturesScreen;
import org.preau.core.admin.console.account.RequestsScreen;
import org.preau.core.admin.console.grant.EndingRights;
import org.preau.core.admin.console.grant.GrantDesk;
import org.preau.core.admin.console.grant.GrantsScreen;
import org.preau.core.admin.console.people.PeopleDesk;
import org.preau.core.admin.console.people.PeopleScreen;
import org.preau.core.admin.console.people.PersonScreen;
import org.preau.core.admin.console.place.GroupScreen;
import org.preau.core.admin.console.place.PlaceDesk;
import org.preau.core.admin.console.place.PlaceScreen;
import org.preau.core.admin.console.rule.RuleDesk;
import org.preau.core.admin.console.rule.RulesScreen;
import org.preau.core.admin.console.security.SecurityDesk;
import org.preau.core.admin.console.security.SecurityScreen;
import org.preau.core.admin.view.ClassView;
import org.preau.core.admin.view.Desk;
import org.preau.core.admin.view.OwnHomeView;
import org.preau.core.admin.view.PlacesView;
import org.preau.core.admin.view.StructureView;

/** The administrators' console: for whom a grant or a class allows it (613A, 613A bis). */
@Component(service = PortalApplication.class)
public final class AdministrationApplication implements PortalApplication {
    private static final Texts TEXTS = Texts.of(AdministrationApplication.class);
    private static final Set<Profile> FIGURES = Set.of(Profile.HEAD, Profile.ACADEMY);

    private final Desk desk;
    private final Figures figures;
    private final PeopleDesk people;
    private final AccountDesk accounts;
    private final GrantDesk grants;
    private final RuleDesk rules;
    private final SecurityDesk security;
    private final PlaceDesk placeDesk;
    private final EndingRights ending;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public AdministrationApplication(
            @Reference Desk desk,
            @Reference Figures figures,
            @Reference PeopleDesk people,
            @Reference AccountDesk accounts,
            @Reference GrantDesk grants,
            @Reference RuleDesk rules,
            @Reference SecurityDesk security,
            @Reference PlaceDesk placeDesk,
            @Reference EndingRights ending,
            @Reference Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.grants = grants;
        this.rules = rules;
        this.security = security;
        this.placeDesk = placeDesk;
        this.ending = ending;
        this.clock = clock;
        this.desk = desk;
        this.figures = figures;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                "administration",
                TEXTS.both("app.name"),
                TEXTS.both("app.description"),
                "cogs",
                Hue.SLATE,
                Set.of(
                        Profile.HEAD,
                        Profile.TEACHER,
                        Profile.INSPECTOR,
                        Profile.ADVISER,
                        Profile.ACADEMY,
                        Profile.TERRITORY),
                200);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(
                AppView.at("", PlacesView.class, view -> new PlacesView(desk, view)),
                AppView.at("structure/:id", StructureView.class, view -> new StructureView(desk, view)),
                AppView.at("class/:id", ClassView.class, view -> new ClassView(desk, view)),
                AppView.at("home", OwnHomeView.class, view -> new OwnHomeView(desk, view)),
                AppView.at("people", PeopleScreen.class, view -> new PeopleScreen(people, view)),
                AppView.at("person/:id", PersonScreen.class, view -> new PersonScreen(people, view)),
                AppView.at("requests", RequestsScreen.class, view -> new RequestsScreen(accounts, view)),
                AppView.at("requests/new", AskScreen.class, view -> new AskScreen(accounts, view)),
                AppView.at("departures", DeparturesScreen.class, view -> new DeparturesScreen(accounts, view)),
                AppView.at("grants", GrantsScreen.class, view -> new GrantsScreen(grants, view)),
                AppView.at("rules", RulesScreen.class, view -> new RulesScreen(rules, view)),
                AppView.at("security", SecurityScreen.class, view -> new SecurityScreen(security, view)),
                AppView.at("place/:id", PlaceScreen.class, view -> new PlaceScreen(placeDesk, view)),
                AppView.at("group/:id", GroupScreen.class, view -> new GroupScreen(placeDesk, view)));
    }

    @Override
    public Optional<HomeCard> card(UserContext user) {
        if (!FIGURES.contains(user.profile())) {
            return Optional.empty();
        }
        return figures.of(user.session().context().structureId())
                .map(totals -> new HomeCard(TEXTS.text(user.locale(), "card.title"), lines(totals, user.locale())));
    }

    @Override
    public List<TodayItem> today(UserContext user) {
        return ending.today(user, LocalDate.now(clock));
    }

    @Override
    public Optional<LocalizedText> help() {
        return Optional.of(TEXTS.both("app.help"));
    }

    private static List<Line> lines(DirectoryTotals totals, Locale locale) {
        List<Line> lines = new ArrayList<>();
        if (totals.schools() > 1) {
            lines.add(line(locale, "card.schools", totals.schools()));
        }
        lines.add(line(locale, "card.classes", totals.classes()));
        lines.add(line(locale, "card.pupils", totals.pupils()));
        lines.add(line(locale, "card.guardians", totals.guardians()));
        lines.add(line(locale, "card.staff", totals.teachers() + totals.otherStaff()));
        return lines;
    }

    private static Line line(Locale locale, String key, int figure) {
        return new Line(TEXTS.text(locale, key, figure), "", "");
    }
}
