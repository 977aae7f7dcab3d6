package org.preau.apps.news.article;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;

/** What each account has read: the time of its last visit, and the few articles opened since. */
@Component(service = ReadMarks.class)
public final class ReadMarks {
    /** For who never came: what is older counts as seen. */
    static final Duration NEW_FOR = Duration.ofDays(14);

    private final Tx tx;
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public ReadMarks(@Reference(target = NewsUnit.TARGET) Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** What the account has read. */
    public ReadState of(UUID accountId) {
        return tx.readSql(connection -> {
            Instant since = clock.instant().minus(NEW_FOR);
            Set<UUID> read = new HashSet<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "select at, null::uuid from news.visit"
                            + " where account_id = ? union all select null, article_id from news.read_mark where account_id = ?")) {
                query.setObject(1, accountId);
                query.setObject(2, accountId);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        Timestamp visit = rows.getTimestamp(1);
                        if (visit != null) {
                            since = visit.toInstant();
                        } else {
                            read.add(rows.getObject(2, UUID.class));
                        }
                    }
                }
            }
            return new ReadState(since, read);
        });
    }

    /** The user looks at the whole list: everything that is there counts as seen. */
    public void visited(PortalSession session) {
        tx.writeSql(connection -> {
            try (PreparedStatement visit = connection.prepareStatement(
                            "insert into news.visit (account_id, person_id, at) values (?, ?, ?)"
                                    + " on conflict (account_id) do update set at = excluded.at");
                    PreparedStatement clear =
                            connection.prepareStatement("delete from news.read_mark where account_id = ?")) {
                visit.setObject(1, session.accountId());
                visit.setObject(2, session.personId());
                visit.setTimestamp(3, Timestamp.from(clock.instant()));
                visit.executeUpdate();
                clear.setObject(1, session.accountId());
                return clear.executeUpdate();
            }
        });
    }

    /** The user opened one article. */
    public void opened(PortalSession session, UUID articleId) {
        tx.writeSql(connection -> {
            try (PreparedStatement mark = connection.prepareStatement(
                    "insert into news.read_mark (account_id, article_id, person_id) values (?, ?, ?) on conflict do nothing")) {
                mark.setObject(1, session.accountId());
                mark.setObject(2, articleId);
                mark.setObject(3, session.personId());
                return mark.executeUpdate();
            }
        });
    }
}
