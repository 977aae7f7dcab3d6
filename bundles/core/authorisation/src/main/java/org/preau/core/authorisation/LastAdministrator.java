package org.preau.core.authorisation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Role;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Rows;

/** Keeps an academy from losing its last administrator. */
final class LastAdministrator {
    private static final String OTHERS =
            """
            select account_id from authorisation.held
             where role = 'ADM' and structure_id = ? and id <> ? and (until is null or until >= ?)
            """;

    private final Structures structures;
    private final Accounts accounts;
    private final Texts texts;

    LastAdministrator(Structures structures, Accounts accounts, Texts texts) {
        this.structures = structures;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** Passes if somebody else administers the academy when this grant is gone; two who try at once follow each other. */
    void stays(Connection connection, Grant leaving, LocalDate today) throws SQLException {
        StructureKind kind =
                structures.byId(leaving.structureId()).map(Structure::kind).orElse(StructureKind.SCHOOL);
        if (leaving.role() != Role.ADM || kind != StructureKind.ACADEMY) {
            return;
        }
        Rows.list(connection, "select pg_advisory_xact_lock(hashtext('authorisation.last'))", row -> 1);
        List<UUID> others = Rows.list(
                connection,
                OTHERS,
                row -> row.getObject("account_id", UUID.class),
                leaving.structureId(),
                leaving.id(),
                today);
        boolean somebody = others.stream()
                .flatMap(account -> accounts.byId(account).stream())
                .anyMatch(
                        account -> account.state() == AccountState.ACTIVE || account.state() == AccountState.INACTIVE);
        if (!somebody) {
            throw new PortalException(ErrorCode.CONFLICT, texts, "grant.last");
        }
    }
}
