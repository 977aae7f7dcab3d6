package org.preau.apps.rentree.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.directory.readiness.ClassReadiness;
import org.preau.apps.rentree.school.SchoolState;
import org.preau.apps.rentree.school.Step;
import org.preau.apps.rentree.school.StepState;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.Picture;

/** Step 1: are these the classes of the year? The empty, the renamed and the new ones are pointed out. */
final class ClassesPanel extends Div {
    private final StepView screen;
    private final Map<UUID, String> seen;

    ClassesPanel(StepView screen, UUID school, SchoolState state) {
        this.screen = screen;
        this.seen = screen.desk.marks.seen(school);
        List<ClassReadiness> classes = screen.desk.readiness.classes(screen.subject(), school);
        Card card = new Card(screen.text("classes.title", classes.size()));
        card.add(new Paragraph(screen.text("classes.help")));
        card.add(new ItemList<ClassReadiness>(
                        page -> new Page<>(
                                classes.stream()
                                        .skip(page.offset())
                                        .limit(page.limit())
                                        .toList(),
                                classes.size()),
                        this::row)
                .pageSize(50)
                .label(screen.text("classes.title", classes.size()))
                .empty(new EmptyState(Picture.PEOPLE, screen.text("classes.none"))));
        add(card);
        if (screen.desk.assistant.prepares(screen.subject(), school) && !classes.isEmpty()) {
            if (state.of(Step.CLASSES) == StepState.DONE) {
                card.add(Buttons.quiet(
                        screen.text("classes.reopen"),
                        () -> screen.attempt(() -> {
                            screen.desk.assistant.unsettle(screen.subject(), school, Step.CLASSES);
                            screen.refresh();
                        })));
            } else {
                card.add(Buttons.primary(screen.text("classes.right"), () -> settle(school)));
            }
        }
    }

    private void settle(UUID school) {
        screen.attempt(() -> {
            screen.desk.assistant.settle(screen.subject(), school, Step.CLASSES);
            screen.refresh();
            Notice.undo(screen.text("classes.noted"), () -> {
                screen.desk.assistant.unsettle(screen.subject(), school, Step.CLASSES);
                screen.refresh();
            });
        });
    }

    private Item row(ClassReadiness each) {
        List<String> remarks = new ArrayList<>();
        if (!each.levels().isEmpty()) {
            String levels = String.join(", ", each.levels());
            remarks.add(each.levels().size() > 1 ? screen.text("classes.levels", levels) : levels);
        }
        String before = seen.get(each.id());
        if (before != null && !before.equals(each.name())) {
            remarks.add(screen.text("classes.renamed", before));
        } else if (before == null && !seen.isEmpty()) {
            remarks.add(screen.text("classes.new"));
        }
        if (each.pupils() == 0) {
            remarks.add(screen.text("classes.empty"));
        }
        return new Item(each.name())
                .detail(String.join(" · ", remarks))
                .meta(screen.text("classes.pupils", each.pupils()));
    }
}
