package org.preau.apps.news.view;

import java.time.Instant;
import java.util.Objects;
import org.preau.api.app.ViewContext;
import org.preau.apps.news.article.ArticleState;
import org.preau.apps.news.article.Headline;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Item;
import org.preau.ui.kit.ItemList;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;

/** What the user wrote: drafts, what appears later, what is read, what is over. */
public final class MineView extends Screen {
    /** The list for this user. */
    public MineView(Desk desk, ViewContext view) {
        super(desk, view);
        view.title(text("mine.title"));
        add(new PageHeader(text("mine.title"))
                .subtitle(text("mine.subtitle"))
                .back(text("list.title"), HOME)
                .actions(Buttons.primary(text("action.write"), () -> view.navigate("write"))));
        add(new ItemList<>(page -> desk.newsstand().writtenBy(user().session().accountId(), page), this::row)
                .label(text("mine.title"))
                .empty(new EmptyState(Picture.WRITING, text("mine.empty"))));
    }

    private Item row(Headline headline) {
        Instant now = desk.clock().instant();
        ArticleState state = headline.state(now);
        String title = headline.title().isBlank() ? text("article.untitled") : headline.title();
        String path = state == ArticleState.DRAFT ? "/edit/" : "/article/";
        return new Item(title)
                .href(HOME + path + headline.id())
                .detail(state(headline, state))
                .detail(headline.excerpt());
    }

    private String state(Headline headline, ArticleState state) {
        Instant publishAt = Objects.requireNonNullElse(headline.publishAt(), Instant.EPOCH);
        return switch (state) {
            case DRAFT -> text("state.draft");
            case SCHEDULED -> text("state.scheduled", when().dayAndTime(publishAt));
            case PUBLISHED -> text("state.published", when().day(publishAt));
            case EXPIRED -> text("state.expired");
        };
    }
}
