package org.preau.core.admin.console.place;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.preau.api.directory.Group;
import org.preau.api.directory.Structure;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.FormPanel;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;

/** The groups made by hand in a structure and below it (611B, 614A). */
final class GroupsCard extends Div {
    private static final int LONGEST = 120;

    GroupsCard(PlaceDesk desk, PlaceScreen screen, Structure here) {
        Card card = new Card(screen.text("groups"));
        ItemList<Group> list = new ItemList<Group>(
                        page -> desk.groups.ofStructure(screen.subject(), here.id(), false, page),
                        group -> new Item(group.name())
                                .meta(screen.text("group.members", group.members()))
                                .href(PlaceScreen.HOME + "/group/" + group.id()))
                .label(screen.text("groups"))
                .empty(new Div(screen.text("groups.none")));
        TextField name = new TextField(screen.text("group.name"));
        name.setMaxLength(LONGEST);
        FormPanel form = new FormPanel();
        form.field(name).submit(screen.text("group.create"), () -> {
            if (name.getValue().isBlank()) {
                form.error(name, screen.text("create.missing"));
                return;
            }
            desk.groups.create(screen.subject(), here.id(), name.getValue().strip());
            name.clear();
            list.refresh();
            Notice.info(screen.text("group.created"));
        });
        card.add(list, form);
        add(card);
    }
}
