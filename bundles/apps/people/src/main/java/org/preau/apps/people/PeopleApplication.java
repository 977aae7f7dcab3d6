package org.preau.apps.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.TodayItem;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.apps.people.school.ClassTeachers;
import org.preau.apps.people.school.Roster;
import org.preau.apps.people.view.Desk;
import org.preau.apps.people.view.PeopleView;

/** The directory browser: who is in my class and in my school (41C). It keeps nothing about anybody. */
@Component(service = PortalApplication.class)
public final class PeopleApplication implements PortalApplication {
    private static final Texts TEXTS = Texts.of(PeopleApplication.class);

    private final Desk desk;
    private final Roster roster;
    private final ClassTeachers teachers;

    /** Made by the portal. */
    @Activate
    public PeopleApplication(@Reference Desk desk, @Reference Roster roster, @Reference ClassTeachers teachers) {
        this.desk = desk;
        this.roster = roster;
        this.teachers = teachers;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                "people",
                TEXTS.both("app.name"),
                TEXTS.both("app.description"),
                "users",
                Hue.GREEN,
                EnumSet.complementOf(EnumSet.of(Profile.GUEST)),
                60);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(AppView.at("", PeopleView.class, view -> new PeopleView(desk, view)));
    }

    @Override
    public List<TodayItem> today(UserContext user) {
        boolean unattached =
                teachers.mayJoin(user.subject(), user.session().context().structureId())
                        && roster.own(user).isEmpty();
        return unattached
                ? List.of(new TodayItem(TodayItem.Kind.TO_DO, TEXTS.text(user.locale(), "today.class"), ""))
                : List.of();
    }

    @Override
    public Optional<LocalizedText> help() {
        return Optional.of(TEXTS.both("app.help"));
    }
}
