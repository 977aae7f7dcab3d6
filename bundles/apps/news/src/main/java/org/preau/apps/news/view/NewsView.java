package org.preau.apps.news.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.app.ViewContext;
import org.preau.apps.news.article.Audience;
import org.preau.apps.news.article.Headline;
import org.preau.apps.news.article.Newsroom;
import org.preau.apps.news.article.ReadState;
import org.preau.ui.kit.AppIcon;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** The news meant for the user: pinned first, then the latest. Looking at it counts as having seen what is there. */
public final class NewsView extends Screen {
    private final Audience audience;
    private final ReadState read;

    /** The list for this user. */
    public NewsView(Desk desk, ViewContext view) {
        super(desk, view);
        audience = desk.audiences().readBy(user());
        read = desk.marks().of(user().session().accountId());
        boolean writes = desk.audiences().mayWrite(user());
        view.title(text("list.title"));
        add(header(writes));
        ItemList<Headline> list = new ItemList<>(page -> desk.newsstand().headlines(audience, page), this::row)
                .label(text("list.title"))
                .empty(empty(writes));
        add(list);
        desk.marks().visited(user().session());
        view.on(ContributionsChanged.class, event -> {
            if (event.appId().equals(Newsroom.APP)) {
                list.refresh();
            }
        });
    }

    private PageHeader header(boolean writes) {
        PageHeader header = new PageHeader(text("list.title"));
        if (writes) {
            header.actions(
                    Buttons.primary(text("action.write"), () -> view.navigate("write")),
                    Buttons.plain(text("action.mine"), () -> view.navigate("mine")));
        }
        return header;
    }

    private EmptyState empty(boolean writes) {
        EmptyState empty = new EmptyState(Picture.READING, text(writes ? "list.empty.writer" : "list.empty"));
        return writes ? empty.action(Buttons.plain(text("action.write"), () -> view.navigate("write"))) : empty;
    }

    private Item row(Headline headline) {
        Item item = new Item(headline.title())
                .href(HOME + "/article/" + headline.id())
                .marked(read.unread(headline.id(), headline.publishAt()))
                .detail(about(headline));
        if (!isPupil()) {
            item.detail(headline.excerpt());
        }
        return headline.pinned() ? item.leading(pin()) : item;
    }

    private String about(Headline headline) {
        String day = headline.publishAt() == null ? "" : when().day(headline.publishAt());
        return Stream.of(audience.label(headline.scopeId()), day)
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private Component pin() {
        Span pin = new Span(new AppIcon("pin"));
        pin.getElement().setAttribute("role", "img").setAttribute("aria-label", text("list.pinned"));
        return pin;
    }
}
