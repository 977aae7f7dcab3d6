package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.persistence.Rows;

/** What is wrong with a staged load as a whole: each check is one query over the staging tables, for a partial load over the directory too. */
final class LoadChecks {
    static final int MOST = 1_000;
    private static final Texts TEXTS = Texts.of(SqlDirectoryLoads.class);
    private static final String ALREADY_APPLIED = "already-applied";

    private final LoadFrame frame;
    private final boolean onlyAdds;
    private final LocalDate today;
    /** The list of a school, which needs no complete archive before it. */
    private final boolean additions;

    private final List<LoadFinding> findings = new ArrayList<>();

    /**
     * Checks of that load.
     *
     * @param onlyAdds whether it neither changes nor removes a record
     */
    LoadChecks(LoadFrame frame, boolean onlyAdds, LocalDate today) {
        this.onlyAdds = onlyAdds;
        this.today = today;
        additions = frame.partial() && onlyAdds && !frame.source().deltas();
        this.frame = frame;
    }

    /**
     * A finding in the words of this bundle.
     *
     * @param key the finding's code, after a dot which of its texts
     */
    static LoadFinding finding(
            Severity severity, String key, String file, String record, String field, Object... arguments) {
        String code = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        return new LoadFinding(severity, code, file, record, field, TEXTS.both("finding." + key, arguments));
    }

    /** Whether the same partial archive was applied before: it changes nothing any more. */
    static boolean alreadyApplied(List<LoadFinding> findings) {
        return findings.stream().anyMatch(each -> each.code().equals(ALREADY_APPLIED));
    }

    /** Runs every check; of one INE for several pupils the first pupil keeps it. */
    List<LoadFinding> run(Connection connection) throws SQLException {
        order(connection);
        if (alreadyApplied(findings)) {
            return List.copyOf(findings);
        }
        boolean partial = frame.partial();
        if (!partial) {
            error(connection, "duplicate-key", "identifier", CheckQueries.KEYS_TWICE);
        }
        error(connection, "duplicate-key.school", "ENTStructureUAI", CheckQueries.SCHOOLS_TWICE);
        error(connection, "foreign-school", "ENTStructureUAI", CheckQueries.FOREIGN_SCHOOLS);
        ines(connection, partial);
        warn(connection, "ine-of-another", "ENTEleveINE", OtherSources.CONTRADICTED);
        warn(connection, "dangling-guardian", "ENTEleveAutoriteParentale", CheckQueries.danglingGuardians(partial));
        warn(connection, "unknown-school", "ENTPersonStructRattach", CheckQueries.unknownSchools(partial));
        warn(connection, "unknown-school.class", "ENTPersonClasses", CheckQueries.unknownClassSchools(partial));
        warn(connection, "no-school", "ENTPersonStructRattach", CheckQueries.NO_SCHOOL);
        if (partial && onlyAdds && frame.source().deltas()) {
            find(connection, Severity.WARNING, "looks-complete", "", CheckQueries.LOOKS_COMPLETE);
        }
        if (partial && frame.undoes() == null) {
            warn(connection, "unknown-record", "identifier", CheckQueries.UNKNOWN_REMOVED);
        }
        return List.copyOf(findings);
    }

    /** Whether the archive comes in its turn. */
    private void order(Connection connection) throws SQLException {
        if (frame.undoes() != null) {
            return;
        }
        if (frame.partial()) {
            find(
                    connection,
                    Severity.WARNING,
                    ALREADY_APPLIED,
                    "",
                    CheckQueries.SAME_ARCHIVE,
                    frame.source().checksum());
            if (alreadyApplied(findings)) {
                return;
            }
            if (additions) {
                error(connection, "school-of-another-feed", "ENTStructureUAI", CheckQueries.SCHOOLS_OF_OTHERS);
                return;
            }
            find(connection, Severity.ERROR, "no-baseline", "", CheckQueries.NO_BASELINE);
        }
        find(
                connection,
                Severity.ERROR,
                frame.partial() ? "older-archive.delta" : "older-archive",
                "",
                CheckQueries.NEWEST.formatted(frame.partial() ? "=" : ""),
                frame.source().date(),
                today,
                frame.source().date());
    }

    private void ines(Connection connection, boolean partial) throws SQLException {
        int before = findings.size();
        warn(connection, "duplicate-ine", "ENTEleveINE", CheckQueries.INE_TWICE);
        if (findings.size() > before) {
            frame.update(connection, CheckQueries.KEEP_FIRST_INE);
        }
        if (partial) {
            before = findings.size();
            warn(connection, "duplicate-ine", "ENTEleveINE", CheckQueries.INE_KNOWN);
            if (findings.size() > before) {
                frame.update(connection, CheckQueries.LEAVE_KNOWN_INE);
            }
        }
    }

    private void error(Connection connection, String key, String field, String query) throws SQLException {
        find(connection, Severity.ERROR, key, field, query, MOST);
    }

    private void warn(Connection connection, String key, String field, String query) throws SQLException {
        find(connection, Severity.WARNING, key, field, query, MOST);
    }

    private void find(
            Connection connection, Severity severity, String key, String field, String query, Object... parameters)
            throws SQLException {
        findings.addAll(Rows.list(
                connection,
                frame.staging().sql(query),
                row -> finding(severity, key, row.getString(1), row.getString(2), field, row.getString(3)),
                parameters));
    }
}
