package org.preau.core.admin.console.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Texts;
import org.preau.api.directory.identity.PersonFile;
import org.preau.core.admin.console.ConsolePage;
import org.preau.ui.kit.Card;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** One person: where he belongs, where his data come from, his account, what was done about him (621B, 621E). */
public final class PersonScreen extends ConsolePage implements BeforeEnterObserver {
    private static final Texts TEXTS = Texts.of(PersonScreen.class);

    private final PeopleDesk desk;
    private final PageHeader header;
    private final Div body = new Div();
    private Optional<UUID> person = Optional.empty();

    /** Empty until the address says who. */
    public PersonScreen(PeopleDesk desk, ViewContext view) {
        super(view, TEXTS);
        this.desk = desk;
        header = head(text("person"), "");
        body.addClassName("preau-page");
        add(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        person = event.getRouteParameters().get("id").flatMap(PersonScreen::id);
        show();
    }

    void show() {
        body.removeAll();
        Optional<PersonFile> file = person.flatMap(id -> desk.people.file(subject(), id));
        if (file.isEmpty()) {
            body.add(new EmptyState(Picture.SEARCH, text("person.absent")));
            return;
        }
        PersonFile his = file.get();
        header.title(his.line().displayName()).subtitle(names(his.line().profiles()));
        view().title(his.line().displayName());
        body.add(identity(his), belonging(his));
        UUID account = his.line().accountId();
        if (account != null) {
            body.add(
                    new AccountCard(desk, this, his, account),
                    new NewCodeCard(desk, this, his),
                    new RightsCard(desk, this, account));
        }
        body.add(history(his), new EraseCard(desk, this, his));
    }

    private Card identity(PersonFile his) {
        Card card = new Card(text("identity"));
        card.add(new Item(text("birth")).meta(day(his.birthDate())));
        card.add(new Item(text("mail")).meta(his.email().isEmpty() ? "–" : his.email()));
        his.line().sources().forEach(each -> {
            Item item = new Item(text("source")).detail(each.label().in(locale()));
            card.add(item.meta(each.gone() ? text("source.gone") : each.key()));
        });
        return card;
    }

    private Card belonging(PersonFile his) {
        Card card = new Card(text("belonging"));
        his.affiliations()
                .forEach(each -> card.add(new Item(each.structure())
                        .detail(each.functions())
                        .meta(name(each.profile()))
                        .href(HOME + "/place/" + each.structureId())));
        if (!his.classes().isEmpty()) {
            card.add(new Item(text("classes")).meta(String.join(", ", his.classes())));
        }
        relatives(card, his.guardians(), "guardian");
        relatives(card, his.children(), "child");
        return card;
    }

    private void relatives(Card card, List<PersonFile.Relative> relatives, String word) {
        for (PersonFile.Relative each : relatives) {
            card.add(new Item(each.name())
                    .detail(String.join(", ", each.schools()))
                    .meta(text(word))
                    .href(HOME + "/person/" + each.personId()));
        }
    }

    private Card history(PersonFile his) {
        Card card = new Card(text("history"));
        if (his.history().isEmpty()) {
            card.add(new Paragraph(text("history.none")));
        } else {
            card.add(new ItemList<PersonFile.AuditLine>(page -> slice(his.history(), page), this::line)
                    .label(text("history"))
                    .pageSize(10));
        }
        return card;
    }

    private Item line(PersonFile.AuditLine line) {
        return new Item(Did.words(this, line)).detail(Did.detail(this, line)).meta(moment(line.at()));
    }

    private static <T> Page<T> slice(List<T> all, PageRequest page) {
        return new Page<>(all.stream().skip(page.offset()).limit(page.limit()).toList(), all.size());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
