package org.preau.apps.rentree.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;
import org.preau.api.directory.readiness.ClassReadiness;
import org.preau.api.directory.readiness.ClassReadiness.Teacher;
import org.preau.apps.rentree.school.Assistant;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.Picture;

/** Step 2: who teaches in each class; several may, and each change can be undone. */
final class TeachersPanel extends Div {
    private static final Set<Profile> TEACHING = Set.of(Profile.TEACHER, Profile.HEAD);
    private static final int STAFF = 200;

    private final StepView screen;
    private final boolean decides;
    private final List<PersonView> staff;

    TeachersPanel(StepView screen, UUID school) {
        this.screen = screen;
        this.decides = screen.desk.assistant.prepares(screen.subject(), school);
        this.staff = screen.desk
                .directory
                .members(screen.subject(), Scope.structure(school), TEACHING, PageRequest.first(STAFF))
                .items();
        Card card = new Card(screen.text("teachers.title"));
        card.add(new Paragraph(screen.text("teachers.help")));
        List<ClassReadiness> classes = screen.desk.readiness.classes(screen.subject(), school);
        UnorderedList list = new UnorderedList();
        list.addClassName("rentree-classes");
        list.getElement().setAttribute("role", "list").setAttribute("aria-label", screen.text("teachers.title"));
        classes.forEach(each -> list.add(new ListItem(row(each))));
        card.add(classes.isEmpty() ? new EmptyState(Picture.PEOPLE, screen.text("classes.none")) : list);
        add(card);
    }

    private Component row(ClassReadiness each) {
        Span name = new Span(each.name());
        name.addClassName("rentree-class");
        Span pupils = new Span(screen.text("classes.pupils", each.pupils()));
        pupils.addClassName("preau-item-detail");
        Div names = new Div(name, pupils);
        names.addClassName("rentree-class-name");
        Div teachers = new Div();
        teachers.addClassName("rentree-teachers");
        if (each.teachers().isEmpty()) {
            teachers.add(new Span(screen.text("teachers.nobody")));
        }
        each.teachers().forEach(teacher -> teachers.add(chip(each, teacher)));
        Div row = new Div(names, teachers);
        row.addClassName("rentree-class-row");
        if (decides) {
            row.add(choice(each));
        }
        return row;
    }

    private Component chip(ClassReadiness schoolClass, Teacher teacher) {
        Div chip = new Div(new Span(teacher.name()));
        chip.addClassName("rentree-teacher");
        if (decides) {
            Button remove = Buttons.quiet(screen.text("teachers.remove"), () -> remove(schoolClass, teacher));
            remove.setAriaLabel(screen.text("teachers.remove.of", teacher.name(), schoolClass.name()));
            chip.add(remove);
        }
        return chip;
    }

    private Select<PersonView> choice(ClassReadiness schoolClass) {
        Set<UUID> known =
                schoolClass.teachers().stream().map(Teacher::personId).collect(java.util.stream.Collectors.toSet());
        Select<PersonView> choice = new Select<>();
        choice.setLabel(screen.text("teachers.add", schoolClass.name()));
        choice.setPlaceholder(screen.text("teachers.choose"));
        choice.setItemLabelGenerator(PersonView::displayName);
        choice.setItems(
                staff.stream().filter(each -> !known.contains(each.id())).toList());
        choice.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                add(schoolClass, event.getValue());
            }
        });
        return choice;
    }

    private void add(ClassReadiness schoolClass, PersonView person) {
        Assistant assistant = screen.desk.assistant;
        screen.attempt(() -> {
            assistant.assign(screen.subject(), schoolClass.id(), person.id());
            screen.refresh();
            Notice.undo(screen.text("teachers.added", person.displayName(), schoolClass.name()), () -> {
                assistant.unassign(screen.subject(), schoolClass.id(), person.id());
                screen.refresh();
            });
        });
    }

    private void remove(ClassReadiness schoolClass, Teacher teacher) {
        Assistant assistant = screen.desk.assistant;
        screen.attempt(() -> {
            assistant.unassign(screen.subject(), schoolClass.id(), teacher.personId());
            screen.refresh();
            Notice.undo(screen.text("teachers.removed", teacher.name(), schoolClass.name()), () -> {
                assistant.assign(screen.subject(), schoolClass.id(), teacher.personId());
                screen.refresh();
            });
        });
    }
}
