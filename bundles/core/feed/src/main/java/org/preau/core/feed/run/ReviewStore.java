package org.preau.core.feed.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.HeldSchool;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Reads reviews, page by page. Safe on any thread. */
@Component(service = ReviewStore.class)
public final class ReviewStore {
    private final Tx tx;

    /** Reads from that unit. */
    @Activate
    public ReviewStore(@Reference(target = "(preau.unit=feed)") Tx tx) {
        this.tx = tx;
    }

    /** Differences by school and kind, the schools with most leavers first. */
    public Page<SchoolDifference> schools(UUID id, PageRequest page) {
        return page(
                id,
                page,
                "school_difference",
                "school_leaving desc, code, kind",
                row -> new SchoolDifference(
                        RunRows.text(row, "code"),
                        RunRows.text(row, "name"),
                        RecordKind.valueOf(RunRows.text(row, "kind")),
                        figures(row)));
    }

    /** Schools that hold the run, those not accepted first. */
    public Page<HeldSchool> held(UUID id, PageRequest page) {
        return page(
                id,
                page,
                "held_school",
                "accepted, leaving desc, code",
                row -> new HeldSchool(
                        RunRows.text(row, "code"),
                        RunRows.text(row, "name"),
                        row.getInt("before"),
                        row.getInt("leaving"),
                        row.getBoolean("accepted")));
    }

    /** Findings, errors first. */
    public Page<LoadFinding> findings(UUID id, PageRequest page) {
        return page(
                id,
                page,
                "finding",
                "position",
                row -> new LoadFinding(
                        LoadFinding.Severity.valueOf(RunRows.text(row, "severity")),
                        RunRows.text(row, "code"),
                        RunRows.text(row, "file"),
                        RunRows.text(row, "record"),
                        RunRows.text(row, "field"),
                        text(RunRows.text(row, "message_fr"), RunRows.text(row, "message"))));
    }

    /** Samples of one way to change in one school. */
    public List<ChangeSample> samples(UUID id, String school, RecordKind kind, ChangeSample.Change change) {
        return tx.readSql(connection -> Rows.list(
                connection,
                "select key, name, detail from feed.sample where run_id = ? and code = ? and kind = ? and change = ? order by position",
                row -> new ChangeSample(
                        kind, change, RunRows.text(row, "key"), RunRows.text(row, "name"), RunRows.text(row, "detail")),
                id,
                school,
                kind,
                change));
    }

    /** The schools of a run where anybody leaves, with how many; pupils, guardians and staff together. */
    public List<HeldSchool> leaving(UUID id) {
        return tx.readSql(connection -> Rows.list(
                connection,
                """
                select code, max(name) as name,
                       coalesce(sum(before) filter (where kind in ('PUPIL', 'STAFF')), 0) as before,
                       coalesce(sum(leaving) filter (where kind in ('PUPIL', 'STAFF')), 0) as leaving
                from feed.school_difference where run_id = ? group by code having sum(leaving) > 0 order by code""",
                row -> new HeldSchool(
                        RunRows.text(row, "code"),
                        RunRows.text(row, "name"),
                        row.getInt("before"),
                        row.getInt("leaving"),
                        false),
                id));
    }

    private <T> Page<T> page(UUID id, PageRequest page, String table, String order, Rows.Row<T> row) {
        String from = " from feed." + table + " where run_id = ?";
        return tx.readSql(connection -> new Page<>(
                Rows.list(
                        connection,
                        "select *" + from + " order by " + order + " offset ? limit ?",
                        row,
                        id,
                        page.offset(),
                        page.limit()),
                Rows.count(connection, "select count(*)" + from, id)));
    }

    /** Runs of former versions have no French words. */
    private static LocalizedText text(String french, String english) {
        return new LocalizedText(french.isBlank() ? english : french, english);
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getInt("created"),
                row.getInt("changed"),
                row.getInt("moved"),
                row.getInt("unchanged"),
                row.getInt("leaving"),
                row.getInt("before"));
    }
}
