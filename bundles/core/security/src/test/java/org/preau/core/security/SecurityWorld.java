package org.preau.core.security;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.LocalPasswords;
import org.preau.api.signin.PortalSessions;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.StandIn;

/** The switchboard of a node; one database a test class, empty before each test. */
abstract class SecurityWorld {
    static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    static TestDatabase database;
    static Tx tx;

    final Structure academy = structure(StructureKind.ACADEMY, "24");
    final Structure school = structure(StructureKind.SCHOOL, "0770001A");
    final Subject admin = new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.ACADEMY, academy.id());
    final Set<UUID> administered = new java.util.HashSet<>();
    final List<String> touched = new ArrayList<>();
    final List<String> audited = new ArrayList<>();
    ClosedCounters closed;
    Findings findings;
    SqlSwitchboard switchboard;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new SecurityUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void wire() {
        tx.writeSql(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(
                        "truncate security.closed_counter, security.sign_in, security.finding, security.failing");
            }
        });
        closed = new ClosedCounters(tx);
        findings = new Findings(tx, Clock.fixed(NOW, ZoneOffset.UTC));
        switchboard = board(closed);
    }

    SqlSwitchboard board(ClosedCounters counters) {
        SqlSwitchboard board = new SqlSwitchboard(
                tx,
                counters,
                StandIn.of(PortalSessions.class, (method, arguments) -> {
                    touched.add(arguments[1] + " " + arguments[2]);
                    return 7;
                }),
                StandIn.of(Authorisation.class, (method, arguments) -> {
                    boolean allowed =
                            ((Subject) arguments[0]).isSystem() || administered.contains(((Scope) arguments[2]).id());
                    if (!allowed) {
                        throw new PortalException(ErrorCode.FORBIDDEN, "no", null);
                    }
                    return null;
                }),
                StandIn.of(Structures.class, (method, arguments) -> switch (method) {
                    case "byId" ->
                        List.of(academy, school).stream()
                                .filter(one -> one.id().equals(arguments[0]))
                                .findFirst();
                    case "withDescendants" -> Set.of((UUID) arguments[0]);
                    case "roots" -> List.of(academy);
                    default -> Optional.empty();
                }),
                event -> {},
                StandIn.of(Audit.class, (method, arguments) -> {
                    audited.add(arguments[1] + " " + arguments[2]);
                    return null;
                }),
                findings,
                Clock.fixed(NOW, ZoneOffset.UTC));
        board.passwords = StandIn.of(LocalPasswords.class, (method, arguments) -> {
            touched.add("passwords " + arguments[3]);
            return 3;
        });
        return board;
    }

    static Structure structure(StructureKind kind, String code) {
        return new Structure(UUID.randomUUID(), kind, code, code, "");
    }
}
