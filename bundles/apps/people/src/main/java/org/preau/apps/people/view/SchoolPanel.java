package org.preau.apps.people.view;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.Profile;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.Picture;

/** Where one begins: the user's classes, the other ones of the school, the school's staff. */
final class SchoolPanel extends Div {
    private final Screen screen;

    SchoolPanel(Screen screen) {
        this.screen = screen;
        List<SchoolClass> own = screen.desk.roster.own(screen.user());
        List<SchoolClass> others = screen.desk.roster.others(screen.user());
        boolean joins = own.isEmpty() && screen.desk.teachers.mayJoin(screen.subject(), screen.schoolId());
        if (!own.isEmpty()) {
            add(card(
                    screen.text("classes.own."
                            + (screen.user().profile().isFamily()
                                    ? screen.user().profile()
                                    : "STAFF")),
                    own,
                    false));
        }
        if (!others.isEmpty()) {
            String title = joins ? "classes.which" : own.isEmpty() ? "classes.school" : "classes.others";
            add(card(screen.text(title), others, joins));
        }
        if (administrates()) {
            add(new EmptyState(Picture.SEARCH, screen.text("staff.search")));
            return;
        }
        Map<UUID, String> schools = screen.desk.roster.schools(screen.user());
        schools.forEach((id, name) -> add(staff(id, schools.size() > 1 ? name : "")));
    }

    private Card staff(UUID schoolId, String schoolName) {
        String title = schoolName.isEmpty() ? screen.text("staff") : screen.text("staff.of", schoolName);
        Card staff = new Card(title);
        staff.add(new ItemList<PersonView>(
                        page -> screen.desk.directory.members(
                                screen.subject(), Scope.structure(schoolId), Screen.STAFF, page),
                        screen::row)
                .label(title)
                .empty(new EmptyState(Picture.PEOPLE, screen.text("staff.empty"))));
        return staff;
    }

    private boolean administrates() {
        Profile profile = screen.user().profile();
        return !profile.isFamily() && !Screen.STAFF.contains(profile);
    }

    private Card card(String title, List<SchoolClass> classes, boolean joins) {
        Card card = new Card(title);
        card.add(new ItemList<SchoolClass>(
                        page -> new Page<>(
                                classes.stream()
                                        .skip(page.offset())
                                        .limit(page.limit())
                                        .toList(),
                                classes.size()),
                        each -> row(each, joins))
                .label(title));
        return card;
    }

    private Item row(SchoolClass each, boolean joins) {
        Item item = new Item(each.name())
                .href(Screen.classAddress(each.id()))
                .meta(screen.text("class.pupils", each.pupils()));
        return joins ? item.trailing(Buttons.plain(screen.text("class.mine"), () -> join(each))) : item;
    }

    private void join(SchoolClass each) {
        var by = screen.subject();
        var person = screen.user().session().personId();
        screen.desk.teachers.assign(by, each.id(), person);
        Notice.undo(
                screen.text("class.joined", each.name()), () -> screen.desk.teachers.unassign(by, each.id(), person));
    }
}
