package org.preau.apps.news.article;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.persistence.Tx;

/** Where articles are read: one query a list, over the index of the scopes, however long the list is. */
@Component(service = Newsstand.class)
public final class Newsstand {
    private static final String COLUMNS =
            "select id, title, excerpt, scope_id, author_name, pinned, urgent, publish_at, expires_at,"
                    + " count(*) over () as total from news.article ";
    private static final String VISIBLE = "where scope_id = any (?) and publish_at <= ? and deleted_at is null"
            + " and publish_at is not null and (expires_at is null or expires_at > ?) ";

    private final Tx tx;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public Newsstand(@Reference(target = NewsUnit.TARGET) Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** What the audience can read now: pinned first, then the latest. */
    public Page<Headline> headlines(Audience audience, PageRequest page) {
        return page(
                COLUMNS + VISIBLE + "order by pinned desc, publish_at desc, id desc limit ? offset ?",
                (connection, query) -> {
                    visible(connection, query, audience);
                    query.setInt(4, page.limit());
                    query.setInt(5, page.offset());
                });
    }

    /** What the audience can read now and holds all these words, in any case and without regard to accents: the latest first. */
    public Page<Headline> search(Audience audience, String words, int limit) {
        String[] patterns = Arrays.stream(words.strip().split("\\s+"))
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toArray(String[]::new);
        return page(
                COLUMNS + VISIBLE + "and public.unaccent(lower(title || ' ' || body)) like all"
                        + " (select public.unaccent(lower(word)) from unnest(?) word) order by publish_at desc, id desc limit ?",
                (connection, query) -> {
                    visible(connection, query, audience);
                    query.setArray(4, connection.createArrayOf("text", patterns));
                    query.setInt(5, limit);
                });
    }

    /** What the account has not read yet, the latest first, at most so many; the page's total counts them all. */
    public Page<Headline> unread(Audience audience, ReadState state, int limit) {
        return page(
                COLUMNS + VISIBLE + "and publish_at > ? and id <> all (?) order by publish_at desc, id desc limit ?",
                (connection, query) -> {
                    visible(connection, query, audience);
                    query.setTimestamp(4, Timestamp.from(state.since()));
                    query.setArray(5, uuids(connection, state.read().toArray(UUID[]::new)));
                    query.setInt(6, limit);
                });
    }

    /** Everything an account wrote, drafts too, last changed first. */
    public Page<Headline> writtenBy(UUID accountId, PageRequest page) {
        return page(
                COLUMNS + "where author_account = ? and deleted_at is null"
                        + " order by changed_at desc, id desc limit ? offset ?",
                (connection, query) -> {
                    query.setObject(1, accountId);
                    query.setInt(2, page.limit());
                    query.setInt(3, page.offset());
                });
    }

    /** An article that is not deleted, whoever asks: the caller checks who may read it. */
    public Optional<Article> article(UUID id) {
        return tx.read(entities -> Optional.ofNullable(entities.find(ArticleRow.class, id))
                .filter(row -> !row.deleted())
                .map(ArticleRow::toArticle));
    }

    private Page<Headline> page(String sql, Binding binding) {
        return tx.readSql(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                binding.bind(connection, query);
                List<Headline> items = new ArrayList<>();
                long total = 0;
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        items.add(headline(rows));
                        total = rows.getLong("total");
                    }
                }
                return new Page<>(items, total);
            }
        });
    }

    private void visible(Connection connection, PreparedStatement query, Audience audience) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        query.setArray(1, uuids(connection, audience.ids()));
        query.setTimestamp(2, now);
        query.setTimestamp(3, now);
    }

    private static Array uuids(Connection connection, UUID[] ids) throws SQLException {
        return connection.createArrayOf("uuid", ids);
    }

    private static Headline headline(ResultSet row) throws SQLException {
        return new Headline(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("excerpt"),
                row.getObject("scope_id", UUID.class),
                row.getString("author_name"),
                row.getBoolean("pinned"),
                row.getBoolean("urgent"),
                instant(row.getTimestamp("publish_at")),
                instant(row.getTimestamp("expires_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** Sets a query's parameters. */
    private interface Binding {
        void bind(Connection connection, PreparedStatement query) throws SQLException;
    }
}
