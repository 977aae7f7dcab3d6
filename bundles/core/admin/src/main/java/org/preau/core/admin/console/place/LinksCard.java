package org.preau.core.admin.console.place;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.preau.api.directory.HandAct;
import org.preau.api.directory.NewStructure;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.StructureLink;
import org.preau.core.admin.console.Choices;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.FormPanel;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.Notice;

/** What lies above and below a structure; attaching a school, making an RPI or a project below it, with undo. */
final class LinksCard extends Div {
    private static final int LONGEST = 120;
    private static final List<StructureKind> BY_HAND =
            List.of(StructureKind.RPI, StructureKind.PROJECT, StructureKind.COMMUNE, StructureKind.CIRCONSCRIPTION);
    private static final Set<StructureKind> UPPER = Set.of(StructureKind.ACADEMY, StructureKind.DEPARTMENT);

    private final PlaceDesk desk;
    private final PlaceScreen screen;
    private final Structure here;

    LinksCard(PlaceDesk desk, PlaceScreen screen, Structure here) {
        this.desk = desk;
        this.screen = screen;
        this.here = here;
        Card card = new Card(screen.text("links"));
        for (StructureLink link : desk.editor.links(screen.subject(), here.id())) {
            card.add(row(link));
        }
        if (here.kind() != StructureKind.SCHOOL) {
            card.add(attachForm());
        }
        if (UPPER.contains(here.kind())) {
            card.add(createForm());
        }
        add(card);
    }

    private Item row(StructureLink link) {
        boolean above = link.child().id().equals(here.id());
        Structure other = above ? link.parent() : link.child();
        Item item = new Item(other.name())
                .detail(screen.text("kind." + other.kind()) + " · " + other.code())
                .meta(screen.text(above ? "above" : "below"))
                .href(PlaceScreen.HOME + "/place/" + other.id());
        if (link.byHand()) {
            UUID parent = link.parent().id();
            UUID child = link.child().id();
            item.trailing(Buttons.quiet(
                    screen.text("detach"),
                    () -> act("detached", () -> desk.editor.detach(screen.subject(), parent, List.of(child)))));
        }
        return item;
    }

    private FormPanel attachForm() {
        TextField code = new TextField(screen.text("attach.code"));
        FormPanel form = new FormPanel();
        return form.field(code, screen.text("attach.help")).submit(screen.text("attach"), () -> {
            Optional<Structure> school = desk.structures.byCode(code.getValue().strip());
            if (school.isEmpty()) {
                form.error(code, screen.text("attach.unknown", code.getValue().strip()));
            } else {
                act(
                        "attached",
                        () -> desk.editor.attach(
                                screen.subject(),
                                here.id(),
                                List.of(school.get().id())));
            }
        });
    }

    private FormPanel createForm() {
        Select<StructureKind> kind =
                Choices.one(screen.text("create.kind"), BY_HAND, each -> screen.text("kind." + each));
        kind.setValue(StructureKind.RPI);
        TextField name = new TextField(screen.text("create.name"));
        name.setMaxLength(LONGEST);
        FormPanel form = new FormPanel();
        return form.field(kind).field(name).submit(screen.text("create"), () -> {
            if (name.getValue().isBlank()) {
                form.error(name, screen.text("create.missing"));
                return;
            }
            Structure made = desk.editor.create(
                    screen.subject(),
                    new NewStructure(
                            kind.getValue(), Optional.empty(), name.getValue().strip(), here.id()));
            Notice.info(screen.text("created", made.name(), made.code()));
            screen.show();
        });
    }

    private void act(String message, Supplier<HandAct> act) {
        screen.done(() -> {
            HandAct done = act.get();
            screen.show();
            Notice.undo(
                    screen.text(message),
                    () -> screen.done(() -> {
                        desk.editor.undo(screen.subject(), done.id());
                        screen.show();
                    }));
        });
    }
}
