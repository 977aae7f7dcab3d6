package org.preau.apps.news.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Ids;
import org.preau.api.directory.Scope;

/** An article in the database; its fields are set by {@link Newsroom}'s rules only. */
@Entity
@Table(schema = "news", name = "article")
class ArticleRow {
    static final int EXCERPT = 120;

    @Id
    private UUID id = Ids.next();

    @Version
    private int version;

    private String title = "";
    private String body = "";

    /** Read by the lists' SQL only. */
    @SuppressWarnings("unused")
    private String excerpt = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "scope_kind")
    private Scope.Kind scopeKind = Scope.Kind.CLASS;

    @Column(name = "scope_id")
    private UUID scopeId = id;

    @Column(name = "author_account")
    private @Nullable UUID authorAccount;

    @Column(name = "author_person")
    private @Nullable UUID authorPerson;

    @Column(name = "author_name")
    private String authorName = "";

    private boolean pinned;
    private boolean urgent;

    @Column(name = "publish_at")
    private @Nullable Instant publishAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "changed_at")
    private Instant changedAt = Instant.EPOCH;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    protected ArticleRow() {}

    ArticleRow(Author author) {
        authorAccount = author.subject().accountId();
        authorPerson = author.subject().personId();
        authorName = author.name();
    }

    /** Takes over what the author handed in, sanitised. */
    void write(Manuscript text, Instant now) {
        title = text.title().strip();
        body = RichTextPolicy.sanitise(text.body());
        excerpt = RichTextPolicy.plain(body, EXCERPT);
        scopeKind = text.scope().kind();
        scopeId = text.scope().id();
        pinned = text.pinned();
        urgent = text.urgent();
        expiresAt = text.expires();
        changedAt = now;
    }

    void publishAt(Instant at) {
        publishAt = at;
    }

    @Nullable
    Instant publishAt() {
        return publishAt;
    }

    void deletedAt(@Nullable Instant at) {
        deletedAt = at;
    }

    boolean deleted() {
        return deletedAt != null;
    }

    void forgetAuthor() {
        authorAccount = null;
        authorPerson = null;
        authorName = "";
    }

    Article toArticle() {
        return new Article(
                id,
                title,
                body,
                new Scope(scopeKind, scopeId),
                authorAccount,
                authorName,
                pinned,
                urgent,
                publishAt,
                expiresAt);
    }
}
