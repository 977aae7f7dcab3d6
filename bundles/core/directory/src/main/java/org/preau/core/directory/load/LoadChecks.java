package org.preau.core.directory.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.persistence.Rows;

/** What is wrong with a staged load as a whole: each check is one query over the staging tables, for a partial load over the directory too. */
final class LoadChecks {
    static final int MOST = 1_000;
    private static final String ALREADY_APPLIED = "already-applied";

    private final LoadFrame frame;
    private final boolean additions;
    private final List<LoadFinding> findings = new ArrayList<>();

    /**
     * Checks of that load.
     *
     * @param additions whether a partial load only adds: the list of a school, which needs no complete archive before it
     */
    LoadChecks(LoadFrame frame, boolean additions) {
        this.additions = additions;
        this.frame = frame;
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
            error(
                    connection,
                    "duplicate-key",
                    "identifier",
                    CheckQueries.KEYS_TWICE,
                    "the archive has this record twice: ");
        }
        error(
                connection,
                "duplicate-key",
                "ENTStructureUAI",
                CheckQueries.SCHOOLS_TWICE,
                "the archive has this school twice: ");
        error(
                connection,
                "foreign-school",
                "ENTStructureUAI",
                CheckQueries.FOREIGN_SCHOOLS,
                "this UAI belongs to another academy or is no school here: ");
        ines(connection, partial);
        warn(
                connection,
                "ine-of-another",
                "ENTEleveINE",
                OtherSources.CONTRADICTED,
                "another feed gives this INE to a pupil born on another day: taken for two pupils, ask the school to correct: ");
        warn(
                connection,
                "dangling-guardian",
                "ENTEleveAutoriteParentale",
                CheckQueries.danglingGuardians(partial),
                "names a guardian who is not there, linked when he comes: ");
        warn(
                connection,
                "unknown-school",
                "ENTPersonStructRattach",
                CheckQueries.unknownSchools(partial),
                "names a school that is not there, left out until it comes: ");
        warn(
                connection,
                "unknown-school",
                "ENTPersonClasses",
                CheckQueries.unknownClassSchools(partial),
                "names a class of a school that is not there, left out until it comes: ");
        warn(connection, "no-school", "ENTPersonStructRattach", CheckQueries.NO_SCHOOL, "belongs to no school: ");
        if (partial && frame.undoes() == null) {
            warn(
                    connection,
                    "unknown-record",
                    "identifier",
                    CheckQueries.UNKNOWN_REMOVED,
                    "a record that is not known here, nothing was done: ");
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
                    "this very archive was applied already and changes nothing any more; it was applied on ",
                    frame.source().checksum());
            if (alreadyApplied(findings)) {
                return;
            }
            if (additions) {
                error(
                        connection,
                        "school-of-another-feed",
                        "ENTStructureUAI",
                        CheckQueries.SCHOOLS_OF_OTHERS,
                        "another feed brings this school already and everybody would be there twice: correct the list's application and wait for that feed's next archive; who cannot wait gets a local account: ");
                return;
            }
            find(
                    connection,
                    Severity.ERROR,
                    "no-baseline",
                    "",
                    CheckQueries.NO_BASELINE,
                    "a delta changes what a complete archive gave: apply a complete archive of this academy first");
        }
        find(
                connection,
                Severity.ERROR,
                "older-archive",
                "",
                CheckQueries.NEWEST.formatted(frame.partial() ? "=" : ""),
                "a later archive was applied already; undo it first if this one is the right one; it was made on ",
                frame.source().date());
    }

    private void ines(Connection connection, boolean partial) throws SQLException {
        String message =
                "several pupils bear this INE: never merged, the first one keeps it, ask the school to correct: ";
        int before = findings.size();
        warn(connection, "duplicate-ine", "ENTEleveINE", CheckQueries.INE_TWICE, message);
        if (findings.size() > before) {
            frame.update(connection, CheckQueries.KEEP_FIRST_INE);
        }
        if (partial) {
            before = findings.size();
            warn(connection, "duplicate-ine", "ENTEleveINE", CheckQueries.INE_KNOWN, message);
            if (findings.size() > before) {
                frame.update(connection, CheckQueries.LEAVE_KNOWN_INE);
            }
        }
    }

    private void error(Connection connection, String code, String field, String query, String message)
            throws SQLException {
        find(connection, Severity.ERROR, code, field, query, message, MOST);
    }

    private void warn(Connection connection, String code, String field, String query, String message)
            throws SQLException {
        find(connection, Severity.WARNING, code, field, query, message, MOST);
    }

    private void find(
            Connection connection,
            Severity severity,
            String code,
            String field,
            String query,
            String message,
            Object... parameters)
            throws SQLException {
        findings.addAll(Rows.list(
                connection,
                frame.staging().sql(query),
                row -> new LoadFinding(
                        severity, code, row.getString(1), row.getString(2), field, message + row.getString(3)),
                parameters));
    }
}
