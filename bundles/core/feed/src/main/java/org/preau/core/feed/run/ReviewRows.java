package org.preau.core.feed.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.FeedState;
import org.preau.api.feed.HeldSchool;
import org.preau.api.persistence.Rows;

/** Writes what a review holds besides the run's own row. */
final class ReviewRows {
    private static final List<String> TABLES = List.of("school_difference", "sample", "held_school", "finding");

    private ReviewRows() {}

    /** Writes the review in place of an earlier one; gives how many rows. */
    static int replace(Connection connection, UUID id, Review review) throws SQLException {
        for (String table : TABLES) {
            Rows.update(connection, "delete from feed." + table + " where run_id = ?", id);
        }
        return schools(connection, id, review.schools())
                + samples(connection, id, review.samples())
                + held(connection, id, review.held())
                + findings(connection, id, review.findings().list());
    }

    /** Writes the figures of a review into the run's own row; gives whether it was still on its way. */
    static int summary(Connection connection, UUID id, Review review, FeedState next, Instant now) throws SQLException {
        boolean rests = next != FeedState.APPLYING;
        return Rows.update(
                connection,
                """
                update feed.run set state = ?, outcome = ?, counts = ?::json, difference = ?::json, warnings = ?, errors = ?,
                       progress = ?, ended = ?
                where id = ? and state in ('CHECKING', 'APPLYING')""",
                next,
                review.outcome(),
                RunJson.counts(review.counts()),
                RunJson.difference(review.difference()),
                review.findings().warnings(),
                review.findings().errors(),
                rests ? 100 : 80,
                rests ? now : null,
                id);
    }

    /** Forgets what holds personal data of runs that came to rest before; gives those whose archive was kept. */
    static List<UUID> forget(Connection connection, Instant before) throws SQLException {
        for (String table : List.of("sample", "finding")) {
            Rows.update(
                    connection,
                    "delete from feed." + table + " where run_id in (select id from feed.run where ended < ?)",
                    before);
        }
        return Rows.list(
                connection,
                "update feed.run set archive = null where ended < ? and archive is not null returning id",
                row -> Rows.uuid(row, "id"),
                before);
    }

    private static int schools(Connection connection, UUID id, List<SchoolDifference> schools) throws SQLException {
        Map<String, Integer> leaving = new HashMap<>();
        for (SchoolDifference each : schools) {
            if (each.kind() != RecordKind.SCHOOL) {
                leaving.merge(each.code(), each.figures().leaving(), Integer::sum);
            }
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SchoolDifference each : schools) {
            Figures f = each.figures();
            rows.add(new Object[] {
                id,
                each.code(),
                each.kind(),
                each.name(),
                f.created(),
                f.changed(),
                f.moved(),
                f.unchanged(),
                f.leaving(),
                f.before(),
                leaving.getOrDefault(each.code(), 0)
            });
        }
        Rows.batch(connection, "insert into feed.school_difference values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
        return rows.size();
    }

    private static int samples(Connection connection, UUID id, List<Review.Sample> samples) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            ChangeSample each = samples.get(i).change();
            rows.add(new Object[] {
                id, samples.get(i).school(), each.kind(), each.change(), i, each.key(), each.name(), each.detail()
            });
        }
        Rows.batch(connection, "insert into feed.sample values (?, ?, ?, ?, ?, ?, ?, ?)", rows);
        return rows.size();
    }

    private static int held(Connection connection, UUID id, List<HeldSchool> held) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (HeldSchool each : held) {
            rows.add(new Object[] {id, each.code(), each.name(), each.before(), each.leaving(), each.accepted()});
        }
        Rows.batch(connection, "insert into feed.held_school values (?, ?, ?, ?, ?, ?)", rows);
        return rows.size();
    }

    private static int findings(Connection connection, UUID id, List<LoadFinding> findings) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            LoadFinding each = findings.get(i);
            rows.add(new Object[] {
                id,
                i,
                each.severity(),
                each.code(),
                each.file(),
                each.record(),
                each.field(),
                each.message(),
                each.text().fr()
            });
        }
        Rows.batch(connection, "insert into feed.finding values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
        return rows.size();
    }
}
