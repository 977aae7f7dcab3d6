package org.preau.apps.rentree.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.directory.PersonView;
import org.preau.api.directory.Scope;
import org.preau.apps.rentree.school.Assistant;
import org.preau.apps.rentree.school.MarkStore.Delegate;
import org.preau.ui.kit.Avatar;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.Picture;

/** Step 4: who hands out the resources of the GAR, chosen among the staff. */
final class DelegatesPanel extends Div {
    private static final Set<Profile> STAFF = Set.of(Profile.HEAD, Profile.TEACHER, Profile.STAFF);
    private static final int MOST = 200;

    private final StepView screen;
    private final UUID school;
    private final boolean decides;

    DelegatesPanel(StepView screen, UUID school) {
        this.screen = screen;
        this.school = school;
        this.decides = screen.desk.assistant.prepares(screen.subject(), school);
        List<Delegate> delegates = screen.desk.marks.delegates(school);
        Card card = new Card(screen.text("delegates.title"));
        card.add(new Paragraph(screen.text("delegates.help")));
        card.add(new ItemList<Delegate>(page -> new Page<>(delegates, delegates.size()), this::row)
                .pageSize(MOST)
                .label(screen.text("delegates.title"))
                .empty(new EmptyState(Picture.PEOPLE, screen.text("delegates.none"))));
        if (decides) {
            card.add(choice(delegates.stream().map(Delegate::personId).toList()));
        }
        add(card);
    }

    private Item row(Delegate delegate) {
        Item item = new Item(delegate.name()).leading(new Avatar(delegate.name()));
        if (decides) {
            var remove = Buttons.quiet(screen.text("teachers.remove"), () -> remove(delegate));
            remove.setAriaLabel(screen.text("delegates.remove.of", delegate.name()));
            item.trailing(remove);
        }
        return item;
    }

    private Select<PersonView> choice(List<UUID> known) {
        Select<PersonView> choice = new Select<>();
        choice.setLabel(screen.text("delegates.add"));
        choice.setPlaceholder(screen.text("teachers.choose"));
        choice.setItemLabelGenerator(PersonView::displayName);
        choice.setItems(screen
                .desk
                .directory
                .members(screen.subject(), Scope.structure(school), STAFF, PageRequest.first(MOST))
                .items()
                .stream()
                .filter(each -> !known.contains(each.id()))
                .toList());
        choice.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                add(event.getValue());
            }
        });
        return choice;
    }

    private void add(PersonView person) {
        Assistant assistant = screen.desk.assistant;
        screen.attempt(() -> {
            assistant.name(screen.subject(), school, person.id());
            screen.refresh();
            Notice.undo(screen.text("delegates.added", person.displayName()), () -> {
                assistant.unname(screen.subject(), school, person.id());
                screen.refresh();
            });
        });
    }

    private void remove(Delegate delegate) {
        Assistant assistant = screen.desk.assistant;
        screen.attempt(() -> {
            assistant.unname(screen.subject(), school, delegate.personId());
            screen.refresh();
            Notice.undo(screen.text("delegates.removed", delegate.name()), () -> {
                assistant.name(screen.subject(), school, delegate.personId());
                screen.refresh();
            });
        });
    }
}
