package org.preau.apps.news.article;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Events;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.directory.Scope;
import org.preau.api.job.Jobs;
import org.preau.api.persistence.Tx;

/** Where articles are written: every change is authorised, sanitised, passed through the publication hours and audited. */
@Component(service = Newsroom.class)
public final class Newsroom {
    /** Id of the application. */
    public static final String APP = "news";

    private final Tx tx;
    private final Authorisation authorisation;
    private final Audit audit;
    private final Events events;
    private final Jobs jobs;
    private final PublicationCalendar calendar;
    private final Clock clock;
    private final Announcements announcements;

    /** Made by the portal. */
    @Activate
    public Newsroom(
            @Reference(target = NewsUnit.TARGET) Tx tx,
            @Reference Authorisation authorisation,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Jobs jobs,
            @Reference PublicationCalendar calendar,
            @Reference Clock clock,
            @Reference Announcements announcements) {
        this.tx = tx;
        this.authorisation = authorisation;
        this.audit = audit;
        this.events = events;
        this.jobs = jobs;
        this.calendar = calendar;
        this.clock = clock;
        this.announcements = announcements;
    }

    /**
     * Keeps a draft, complete or not.
     *
     * @param id the draft to write over; null for a new one
     * @throws PortalException {@code FORBIDDEN} for an audience he may not write to, {@code NOT_FOUND} for an article that he may not change, or that is published
     */
    public Article saveDraft(Author author, @Nullable UUID id, Manuscript text) {
        ManuscriptRules.checkLengths(text);
        return tx.write(entities -> {
            ArticleRow row = row(entities, author, id, text.scope());
            if (row.publishAt() != null) {
                throw notFound();
            }
            row.write(text, clock.instant());
            return row.toArticle();
        });
    }

    /**
     * Publishes an article: at once, at the time its author wants, or at the next opening of the publication hours, told by {@link Article#publishAt}.
     *
     * @param id the draft or article to write over; null for a new one
     * @throws PortalException {@code INVALID_INPUT} when something is missing, else as {@link #saveDraft}
     */
    public Article publish(Author author, @Nullable UUID id, Manuscript text) {
        Instant now = clock.instant();
        Instant appears = appears(text, now);
        ManuscriptRules.check(text, appears);
        return tx.write(entities -> {
            ArticleRow row = row(entities, author, id, text.scope());
            Scope before = row.toArticle().scope();
            Instant published = row.publishAt();
            boolean correction = published != null && !published.isAfter(now) && !appears.isAfter(now);
            row.write(text, now);
            row.publishAt(correction && published != null ? published : appears);
            entities.flush();
            Article article = row.toArticle();
            announce(article, appears, now);
            if (!correction && !appears.isAfter(now)) {
                announcements.published(article);
            }
            if (published != null && !before.equals(article.scope())) {
                events.publish(new ContributionsChanged(APP, List.of(before)));
            }
            audit.record(author.subject(), "news.publish", target(article.id()), details(article));
            return article;
        });
    }

    /** Writes an article that appeared already at that time, for contents taken over from elsewhere: no hours, no notice. */
    public Article takeOver(Author author, Manuscript text, Instant appeared) {
        ManuscriptRules.check(text, appeared);
        return tx.write(entities -> {
            ArticleRow row = row(entities, author, null, text.scope());
            row.write(text, appeared);
            row.publishAt(appeared);
            Article article = row.toArticle();
            audit.record(author.subject(), "news.publish", target(article.id()), details(article));
            return article;
        });
    }

    /** Takes an article or draft away; {@link #restore} brings it back for 30 days. */
    public void delete(Author author, UUID id) {
        change(author, id, false);
    }

    /** Brings a deleted article back. */
    public void restore(Author author, UUID id) {
        change(author, id, true);
    }

    /** Whether the subject may change or delete this article: its author, heads, and administrators of the perimeter. */
    public boolean mayChange(Subject subject, Article article) {
        boolean own = article.authorAccount() != null && article.authorAccount().equals(subject.accountId());
        return (own || subject.profile() != Profile.TEACHER)
                && authorisation.allows(subject, WriteRule.WRITE, article.scope());
    }

    private void change(Author author, UUID id, boolean wasDeleted) {
        tx.write(entities -> {
            ArticleRow row = entities.find(ArticleRow.class, id);
            if (row == null || row.deleted() != wasDeleted || !mayChange(author.subject(), row.toArticle())) {
                throw notFound();
            }
            row.deletedAt(wasDeleted ? null : clock.instant());
            Article article = row.toArticle();
            if (article.publishAt() != null) {
                events.publish(new ContributionsChanged(APP, List.of(article.scope())));
                if (!wasDeleted) {
                    announcements.withdrawn(article);
                }
                audit.record(
                        author.subject(), wasDeleted ? "news.restore" : "news.delete", target(id), details(article));
            }
            return article;
        });
    }

    private ArticleRow row(EntityManager entities, Author author, @Nullable UUID id, Scope scope) {
        authorisation.require(author.subject(), WriteRule.WRITE, scope);
        if (id == null) {
            ArticleRow fresh = new ArticleRow(author);
            entities.persist(fresh);
            return fresh;
        }
        ArticleRow row = entities.find(ArticleRow.class, id);
        if (row == null || row.deleted() || !mayChange(author.subject(), row.toArticle())) {
            throw notFound();
        }
        return row;
    }

    private Instant appears(Manuscript text, Instant now) {
        Instant wanted = text.wanted();
        return calendar.publishAt(wanted == null || wanted.isBefore(now) ? now : wanted, text.urgent());
    }

    private void announce(Article article, Instant appears, Instant now) {
        if (appears.isAfter(now)) {
            jobs.schedule(PublishJob.NAME, article.id().toString(), appears);
        } else {
            events.publish(new ContributionsChanged(APP, List.of(article.scope())));
        }
        Instant end = article.expiresAt();
        if (end == null) {
            jobs.cancel(PublishJob.NAME, PublishJob.endOf(article.id()));
        } else {
            jobs.schedule(PublishJob.NAME, PublishJob.endOf(article.id()), end);
        }
    }

    private static Map<String, String> details(Article article) {
        return Map.of(
                "title", article.title(),
                "scope", article.scope().kind() + ":" + article.scope().id(),
                "publishAt", Objects.toString(article.publishAt()),
                "urgent", Boolean.toString(article.urgent()));
    }

    private static String target(UUID id) {
        return "article:" + id;
    }

    static PortalException notFound() {
        return new PortalException(ErrorCode.NOT_FOUND, NewsTexts.TEXTS, "error.not.found");
    }
}
