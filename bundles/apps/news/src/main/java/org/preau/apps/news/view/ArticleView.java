package org.preau.apps.news.view;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.app.ViewContext;
import org.preau.apps.news.article.Article;
import org.preau.apps.news.article.ArticleState;
import org.preau.apps.news.article.Audience;
import org.preau.apps.news.article.Author;
import org.preau.ui.kit.Buttons;
import org.preau.ui.kit.EmptyState;
import org.preau.ui.kit.Notice;
import org.preau.ui.kit.PageHeader;
import org.preau.ui.kit.Picture;
import org.preau.ui.kit.RichText;

/** One article. */
public final class ArticleView extends Screen implements BeforeEnterObserver {
    /** An empty page until the address says which article. */
    public ArticleView(Desk desk, ViewContext view) {
        super(desk, view);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Audience audience = desk.audiences().readBy(user());
        id(event)
                .flatMap(id -> desk.newsstand().article(id))
                .filter(article -> readable(article, audience))
                .ifPresentOrElse(article -> show(article, audience), this::absent);
    }

    /** The article that an address names. */
    static Optional<UUID> id(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get("id").map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private boolean readable(Article article, Audience audience) {
        boolean published = article.state(desk.clock().instant()) == ArticleState.PUBLISHED;
        return published && audience.includes(article.scope().id()) || mayChange(article);
    }

    private boolean mayChange(Article article) {
        return desk.newsroom().mayChange(user().subject(), article);
    }

    private void show(Article article, Audience audience) {
        String title = article.title().isBlank() ? text("article.untitled") : article.title();
        view.title(title);
        PageHeader header = new PageHeader(title).back(text("list.title"), HOME).subtitle(about(article, audience));
        if (mayChange(article)) {
            header.actions(
                    Buttons.plain(text("action.edit"), () -> view.navigate("edit/" + article.id())),
                    Buttons.quiet(text("action.delete"), () -> delete(article)));
        }
        add(header);
        notYet(article).ifPresent(words -> add(new Paragraph(words)));
        add(new RichText(article.body()));
        if (article.state(desk.clock().instant()) == ArticleState.PUBLISHED) {
            desk.marks().opened(user().session(), article.id());
        }
    }

    private String about(Article article, Audience audience) {
        List<String> words = new ArrayList<>();
        String label = audience.label(article.scope().id());
        words.add(label.isEmpty() ? desk.audiences().nameOf(article.scope()) : label);
        words.add(article.authorName());
        if (article.publishAt() != null) {
            words.add(when().day(article.publishAt()));
        }
        return String.join(" · ", words.stream().filter(word -> !word.isBlank()).toList());
    }

    private Optional<String> notYet(Article article) {
        Instant publishAt = article.publishAt();
        return switch (article.state(desk.clock().instant())) {
            case DRAFT -> Optional.of(text("article.draft"));
            case SCHEDULED ->
                Optional.of(
                        text("article.scheduled", when().dayAndTime(publishAt == null ? Instant.EPOCH : publishAt)));
            case EXPIRED -> Optional.of(text("article.expired"));
            case PUBLISHED -> Optional.empty();
        };
    }

    private void delete(Article article) {
        Author author = Author.of(user());
        desk.newsroom().delete(author, article.id());
        view.navigate("");
        Notice.undo(text("article.deleted"), () -> {
            desk.newsroom().restore(author, article.id());
            Notice.info(text("article.restored"));
        });
    }

    private void absent() {
        view.title(text("list.title"));
        add(new PageHeader(text("list.title")).back(text("list.title"), HOME));
        add(new EmptyState(Picture.READING, text("article.absent")));
    }
}
