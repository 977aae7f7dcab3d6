package org.preau.core.admin.console.place;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.Group;
import org.preau.api.directory.GroupMember;
import org.preau.api.directory.HandAct;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.identity.PeopleFilter;
import org.preau.api.directory.identity.PersonLine;
import org.preau.core.admin.console.ConsolePage;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.SearchField;

/** One group: who is in, adding whole classes or single people, taking out, with undo. */
public final class GroupScreen extends ConsolePage implements BeforeEnterObserver {
    private static final Texts TEXTS = Texts.of(GroupScreen.class);

    private final PlaceDesk desk;
    private final PageHeader header;
    private final Div body = new Div();
    private String words = "";
    private @Nullable UUID groupId;

    /** Empty until the address says which. */
    public GroupScreen(PlaceDesk desk, ViewContext view) {
        super(view, TEXTS);
        this.desk = desk;
        header = head(text("group"), "");
        body.addClassName("preau-page");
        add(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            groupId = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException e) {
            groupId = null;
        }
        show();
    }

    private void show() {
        body.removeAll();
        Optional<Group> found = Optional.ofNullable(groupId).flatMap(id -> desk.groups.byId(subject(), id));
        if (found.isEmpty()) {
            body.add(new EmptyState(Picture.SEARCH, text("group.absent")));
            return;
        }
        Group group = found.get();
        header.title(group.name()).subtitle(text("group.members", group.members()));
        view().title(group.name());
        body.add(members(group), classes(group), people(group));
    }

    private Card members(Group group) {
        Card card = new Card(text("members"));
        card.add(new ItemList<GroupMember>(page -> desk.groups.members(subject(), group.id(), page), each -> new Item(
                                each.firstName() + " " + each.lastName())
                        .meta(name(each.profile()))
                        .trailing(Buttons.quiet(
                                text("remove"),
                                () -> act(() -> desk.groups.remove(subject(), group.id(), List.of(each.personId()))))))
                .label(text("members"))
                .empty(new EmptyState(Picture.PEOPLE, text("members.none"))));
        return card;
    }

    private Card classes(Group group) {
        Card card = new Card(text("add.class"));
        for (SchoolClass each : desk.directory.classesOf(group.structureId())) {
            card.add(new Item(each.name())
                    .meta(text("class.pupils", each.pupils()))
                    .trailing(Buttons.quiet(
                            text("add.pupils"),
                            () -> act(() -> desk.groups.addAll(
                                    subject(),
                                    group.id(),
                                    Scope.schoolClass(each.id()),
                                    Set.of(Profile.STUDENT, Profile.TEACHER))))));
        }
        return card;
    }

    private Card people(Group group) {
        Card card = new Card(text("add.people"));
        ItemList<PersonLine> found = new ItemList<PersonLine>(this::search, each -> new Item(each.displayName())
                        .detail(names(each.profiles()) + " · " + String.join(", ", each.schools()))
                        .trailing(Buttons.quiet(
                                text("add"),
                                () -> act(() -> desk.groups.add(subject(), group.id(), List.of(each.id()))))))
                .label(text("add.people"))
                .empty(new Div(text("add.people.none")));
        SearchField field = new SearchField(text("add.people.search"), written -> {
            words = written;
            found.refresh();
        });
        field.setValue(words);
        card.add(field, found);
        return card;
    }

    private Page<PersonLine> search(PageRequest page) {
        return words.isEmpty()
                ? new Page<>(List.of(), 0)
                : desk.people.list(subject(), PeopleFilter.ALL.text(words), page);
    }

    private void act(Supplier<HandAct> act) {
        done(() -> {
            HandAct done = act.get();
            show();
            Notice.undo(
                    text("changed", done.count()),
                    () -> done(() -> {
                        desk.groups.undo(subject(), done.id());
                        show();
                    }));
        });
    }
}
