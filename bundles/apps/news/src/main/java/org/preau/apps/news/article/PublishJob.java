package org.preau.apps.news.article;

import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.base.Events;
import org.preau.api.job.Job;
import org.preau.api.persistence.Tx;

/** Tells open home pages, at the time an article appears or ends, that there is something else to show. What is shown is decided by the article's own times. */
@Component
public final class PublishJob implements Job {
    static final String NAME = "news.publish";

    private static final String END = "/end";

    private final Tx tx;
    private final Events events;
    private final Announcements announcements;

    /** Made by the portal. */
    @Activate
    public PublishJob(
            @Reference(target = NewsUnit.TARGET) Tx tx,
            @Reference Events events,
            @Reference Announcements announcements) {
        this.tx = tx;
        this.events = events;
        this.announcements = announcements;
    }

    static String endOf(UUID articleId) {
        return articleId + END;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        UUID id = UUID.fromString(instance.replace(END, ""));
        tx.write(entities -> {
            ArticleRow row = entities.find(ArticleRow.class, id);
            if (row != null && !row.deleted() && row.publishAt() != null) {
                events.publish(new ContributionsChanged(
                        Newsroom.APP, List.of(row.toArticle().scope())));
                if (!instance.endsWith(END)) {
                    announcements.published(row.toArticle());
                }
            }
            return 0;
        });
    }
}
