package org.preau.sso.lti;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Line items and scores. Each read and write names tool and school: what is not theirs is not there. Safe on any thread and node. */
@Component(service = SqlGrades.class)
public final class SqlGrades {
    /** Line items of a tool in a school. */
    static final int MOST = 1_000;

    private static final String ITEM = "id, label, maximum, resource_link, resource_id, tag, starts, ends";
    private static final String PLACE = " from sso_lti.line_item where connector = ? and uai = ?";
    private static final String FILTER =
            " and (?::text = '' or resource_link = ?::text) and (?::text = '' or resource_id = ?::text) and (?::text = '' or tag = ?::text)";
    private final Tx tx;
    private final Clock clock;

    /** Those in the schema {@code sso_lti}. */
    @Activate
    public SqlGrades(@Reference(target = "(preau.unit=sso_lti)") Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * A tool in a school.
     *
     * @param connector the tool's connector
     * @param uai code of the school
     */
    record Place(String connector, String uai) {}

    /**
     * Which line items are wanted; nothing asks for all.
     *
     * @param resourceLink those of a resource
     * @param resourceId those of the tool's own name
     * @param tag those of a mark
     */
    record Filter(Optional<String> resourceLink, Optional<String> resourceId, Optional<String> tag) {}

    /**
     * A score a user reads.
     *
     * @param label name of the line item
     * @param maximum the most it can be
     */
    record Own(String label, double maximum, Score score) {}

    /** Whether that many more line items of a tool find room in that school. */
    boolean holds(Place place, int more) {
        return tx.readSql(connection ->
                Rows.count(connection, "select count(*)" + PLACE, place.connector(), place.uai()) + more <= MOST);
    }

    /** Keeps a new line item; nothing when the tool has too many in that school. */
    boolean add(Place place, LineItem item) {
        return tx.writeSql(connection -> {
            if (Rows.count(connection, "select count(*)" + PLACE, place.connector(), place.uai()) >= MOST) {
                return false;
            }
            return Rows.update(
                            connection,
                            """
                            insert into sso_lti.line_item (id, connector, uai, label, maximum, resource_link, resource_id, tag, starts, ends, created)
                            values (?, ?, ?, ?, ?, ?::text, ?::text, ?::text, ?::timestamptz, ?::timestamptz, ?)
                            """,
                            item.id(),
                            place.connector(),
                            place.uai(),
                            item.label(),
                            item.maximum(),
                            item.resourceLink(),
                            item.resourceId(),
                            item.tag(),
                            item.starts(),
                            item.ends(),
                            clock.instant())
                    == 1;
        });
    }

    /** Changes a line item; whether it is there. Scores keep their share of the maximum. */
    boolean change(Place place, LineItem item) {
        return tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "update sso_lti.result r set score = r.score / i.maximum * ? from sso_lti.line_item i where i.id = r.line_item and i.id = ? and i.connector = ? and i.uai = ?",
                    item.maximum(),
                    item.id(),
                    place.connector(),
                    place.uai());
            return Rows.update(
                            connection,
                            """
                            update sso_lti.line_item set label = ?, maximum = ?, resource_link = ?::text, resource_id = ?::text, tag = ?::text,
                                   starts = ?::timestamptz, ends = ?::timestamptz
                             where id = ? and connector = ? and uai = ?
                            """,
                            item.label(),
                            item.maximum(),
                            item.resourceLink(),
                            item.resourceId(),
                            item.tag(),
                            item.starts(),
                            item.ends(),
                            item.id(),
                            place.connector(),
                            place.uai())
                    == 1;
        });
    }

    /** Takes a line item away with its scores; whether it was there. */
    boolean remove(Place place, UUID id) {
        return tx.writeSql(connection ->
                Rows.update(connection, "delete" + PLACE + " and id = ?", place.connector(), place.uai(), id) == 1);
    }

    Optional<LineItem> find(Place place, UUID id) {
        return tx.readSql(connection -> Rows.first(
                connection,
                "select " + ITEM + PLACE + " and id = ?",
                SqlGrades::item,
                place.connector(),
                place.uai(),
                id));
    }

    Page<LineItem> items(Place place, Filter filter, PageRequest page) {
        Object[] which = {
            place.connector(),
            place.uai(),
            filter.resourceLink().orElse(""),
            filter.resourceLink().orElse(""),
            filter.resourceId().orElse(""),
            filter.resourceId().orElse(""),
            filter.tag().orElse(""),
            filter.tag().orElse("")
        };
        String from = PLACE + FILTER;
        return tx.readSql(connection -> new Page<>(
                Rows.list(
                        connection,
                        "select " + ITEM + from + " order by created, id limit " + page.limit() + " offset "
                                + page.offset(),
                        SqlGrades::item,
                        which),
                Rows.count(connection, "select count(*)" + from, which)));
    }

    /** Keeps a score unless a later one is there; whether it was kept. */
    boolean keep(UUID lineItem, Score score) {
        return tx.writeSql(connection -> Rows.update(
                        connection,
                        """
                        insert into sso_lti.result as r (line_item, user_id, score, comment, activity, grading, at)
                        values (?, ?, ?::float8, ?::text, ?, ?, ?)
                        on conflict (line_item, user_id) do update
                           set score = excluded.score, comment = excluded.comment, activity = excluded.activity,
                               grading = excluded.grading, at = excluded.at
                         where r.at < excluded.at
                        """,
                        lineItem,
                        score.userId(),
                        score.given(),
                        score.comment(),
                        score.activity(),
                        score.grading(),
                        score.at())
                == 1);
    }

    /** The scores of a line item, of one user if he is named. */
    Page<Score> results(UUID lineItem, Optional<String> userId, PageRequest page) {
        String from = " from sso_lti.result where line_item = ? and (?::text = '' or user_id = ?::text)";
        String user = userId.orElse("");
        return tx.readSql(connection -> new Page<>(
                Rows.list(
                        connection,
                        "select *" + from + " order by user_id limit ? offset ?",
                        SqlGrades::score,
                        lineItem,
                        user,
                        user,
                        page.limit(),
                        page.offset()),
                Rows.count(connection, "select count(*)" + from, lineItem, user, user)));
    }

    /** What a user himself reads: his graded scores in a tool, the latest first. */
    List<Own> ofUser(Place place, UUID accountId) {
        return tx.readSql(connection -> Rows.list(
                connection,
                """
                select i.label, i.maximum, r.* from sso_lti.member m
                  join sso_lti.line_item i on i.connector = m.connector and i.uai = m.uai
                  join sso_lti.result r on r.line_item = i.id and r.user_id = m.user_id
                 where m.connector = ? and m.uai = ? and m.account_id = ? and r.score is not null and r.grading = 'FullyGraded'
                 order by r.at desc limit 100
                """,
                row -> new Own(row.getString("label"), row.getDouble("maximum"), score(row)),
                place.connector(),
                place.uai(),
                accountId));
    }

    private static LineItem item(ResultSet row) throws SQLException {
        return new LineItem(
                Rows.uuid(row, "id"),
                row.getString("label"),
                row.getDouble("maximum"),
                row.getString("resource_link"),
                row.getString("resource_id"),
                row.getString("tag"),
                Rows.instant(row, "starts"),
                Rows.instant(row, "ends"));
    }

    private static Score score(ResultSet row) throws SQLException {
        return new Score(
                row.getString("user_id"),
                row.getObject("score", Double.class),
                row.getString("comment"),
                row.getString("activity"),
                row.getString("grading"),
                Objects.requireNonNull(Rows.instant(row, "at")));
    }
}
