package org.preau.apps.people.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.apps.people.school.ClassTeachers;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.Picture;

/** Who teaches in a class; the head says it here, a teacher says it of himself. */
final class TeachersCard extends Div {
    private static final Set<Profile> TEACHING = Set.of(Profile.TEACHER, Profile.HEAD);

    private final Screen screen;
    private final SchoolClass schoolClass;
    private final ClassTeachers teachers;
    private final Subject subject;
    private final boolean decides;
    private final Card card;

    TeachersCard(Screen screen, SchoolClass schoolClass) {
        this.screen = screen;
        this.schoolClass = schoolClass;
        this.teachers = screen.desk.teachers;
        this.subject = screen.subject();
        this.decides = teachers.decides(subject, schoolClass.structureId());
        this.card = new Card(screen.text(decides ? "teachers.who" : "teachers"));
        add(card);
        fill();
    }

    private void fill() {
        List<PersonView> here = members(Scope.schoolClass(schoolClass.id()));
        card.add(new ItemList<PersonView>(page -> new Page<>(here, here.size()), this::row)
                .label(screen.text("teachers"))
                .empty(new EmptyState(Picture.PEOPLE, screen.text("teachers.empty"))));
        Set<UUID> known = new HashSet<>();
        here.forEach(each -> known.add(each.id()));
        if (decides) {
            chooser(known);
        } else if (teachers.mayJoin(subject, schoolClass.structureId())
                && !known.contains(screen.user().session().personId())) {
            card.add(Buttons.plain(
                    screen.text("class.mine"),
                    () -> assign(screen.user().session().personId(), screen.text("class.joined", schoolClass.name()))));
        }
    }

    private void chooser(Set<UUID> known) {
        List<PersonView> free = new ArrayList<>(members(Scope.structure(schoolClass.structureId())));
        free.removeIf(each -> known.contains(each.id()));
        if (free.isEmpty()) {
            return;
        }
        Select<PersonView> choice = new Select<>();
        choice.setLabel(screen.text("teachers.add"));
        choice.setPlaceholder(screen.text("teachers.choose"));
        choice.setItemLabelGenerator(PersonView::displayName);
        choice.setItems(free);
        choice.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                PersonView person = event.getValue();
                assign(person.id(), screen.text("teachers.added", person.displayName(), schoolClass.name()));
            }
        });
        card.add(choice);
    }

    private Item row(PersonView person) {
        Item item = screen.row(person);
        boolean himself = person.id().equals(screen.user().session().personId());
        if (decides || himself && teachers.mayJoin(subject, schoolClass.structureId())) {
            var button = Buttons.quiet(screen.text(himself && !decides ? "class.leave" : "teachers.remove"), () -> {
                teachers.unassign(subject, schoolClass.id(), person.id());
                Notice.undo(
                        screen.text("teachers.removed", person.displayName(), schoolClass.name()),
                        () -> teachers.assign(subject, schoolClass.id(), person.id()));
            });
            button.setAriaLabel(button.getText() + " - " + person.displayName());
            item.trailing(button);
        }
        return item;
    }

    private void assign(UUID personId, String notice) {
        teachers.assign(subject, schoolClass.id(), personId);
        Notice.undo(notice, () -> teachers.unassign(subject, schoolClass.id(), personId));
    }

    private List<PersonView> members(Scope scope) {
        return screen.desk
                .directory
                .members(subject, scope, TEACHING, PageRequest.first(100))
                .items();
    }
}
