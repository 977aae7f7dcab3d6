package org.preau.core.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.audit.Audit;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.connector.ConnectorSwitch;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.LocalPasswords;
import org.preau.api.signin.PortalSessions;
import org.preau.api.signin.SessionFilter;
import org.preau.api.signin.SessionOpened;
import org.preau.api.signin.SignInsFailing;
import org.preau.core.persistence.testing.TestDatabase;

class SwitchboardTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static TestDatabase database;
    private static Tx tx;

    private final Structure academy = structure(StructureKind.ACADEMY, "24");
    private final Structure school = structure(StructureKind.SCHOOL, "0770001A");
    private final Subject admin = new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.ACADEMY, academy.id());
    private final Set<UUID> administered = new java.util.HashSet<>();
    private final List<String> touched = new ArrayList<>();
    private final List<String> audited = new ArrayList<>();
    private ClosedCounters closed;
    private Findings findings;
    private SqlSwitchboard switchboard;

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

    @Test
    void endsSessionsBelowStructureForWhoMay() {
        assertThatThrownBy(() -> switchboard.endSessions(admin, Set.of(school.id()), Set.of(), false))
                .isInstanceOf(PortalException.class);
        administered.add(school.id());
        assertThat(switchboard.endSessions(admin, Set.of(school.id()), Set.of(Profile.STUDENT), false))
                .isEqualTo(7);
        assertThat(touched)
                .containsExactly(new SessionFilter(Set.of(school.id()), Set.of(Profile.STUDENT), Set.of()) + " false");
        assertThat(audited).containsExactly("security.end-sessions structure:" + school.id());
        assertThatThrownBy(() -> switchboard.endSessions(admin, Set.of(), Set.of(), false))
                .as("the whole portal is more than a school")
                .isInstanceOf(PortalException.class);
    }

    @Test
    void exerciseTouchesNobodyAndIsAudited() {
        switchboard.endSessions(Subject.SYSTEM, Set.of(), Set.of(), true);
        switchboard.forceNewPasswords(Subject.SYSTEM, school.id(), Set.of(), true);
        switchboard.closeCounter(Subject.SYSTEM, "local", true);
        assertThat(touched).isNotEmpty().allMatch(one -> one.endsWith(" true"));
        assertThat(closed.closed("local")).isFalse();
        assertThat(audited).hasSize(3);
    }

    @Test
    void closedCounterIsClosedOnOtherNodeWhenTold() {
        ClosedCounters other = new ClosedCounters(tx);
        switchboard.closeCounter(Subject.SYSTEM, "educonnect", false);
        assertThat(closed.closed("educonnect")).isTrue();
        other.on(new CountersSwitched("educonnect"));
        assertThat(other.closed("educonnect")).isTrue();
        assertThat(new ClosedCounters(tx).all()).containsExactly("educonnect");
        board(other).openCounter(Subject.SYSTEM, "educonnect");
        closed.on(new CountersSwitched("educonnect"));
        assertThat(closed.closed("educonnect")).isFalse();
    }

    @Test
    void notesAccountOfTwoDistantNetworksWithinMinutesOnceForAllNodes() {
        UUID account = UUID.randomUUID();
        signIn(account, "c000", 0);
        SessionOpened second = signIn(account, "c000", 1);
        assertThat(findings.of(account)).isEmpty();
        SessionOpened elsewhere = signIn(account, "5fd8", 5);
        findings.on(elsewhere);
        findings.on(second);
        assertThat(findings.of(account)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo("networks");
            assertThat(one.count()).isEqualTo(1);
        });
        UUID traveller = UUID.randomUUID();
        signIn(traveller, "c000", 0);
        signIn(traveller, "5fd8", 11);
        assertThat(findings.of(traveller)).isEmpty();
    }

    @Test
    void networksThatAreNearOneAnotherAreNoFindingWherePlacesAreKnown() {
        UUID account = UUID.randomUUID();
        Findings placed = new Findings(tx, Clock.fixed(NOW, ZoneOffset.UTC));
        placed.places = (network, other) ->
                other.equals("c001") || network.equals("c001") ? OptionalDouble.of(12) : OptionalDouble.of(6_000);
        placed.on(new SessionOpened(UUID.randomUUID(), account, "local", "c000"));
        placed.on(new SessionOpened(UUID.randomUUID(), account, "local", "c001"));
        assertThat(placed.of(account)).isEmpty();

        placed.on(new SessionOpened(UUID.randomUUID(), account, "local", "5fd8"));

        assertThat(placed.of(account)).singleElement().satisfies(one -> assertThat(one.kind())
                .isEqualTo("networks"));
    }

    @Test
    void notesBurstOfOneAccount() {
        UUID account = UUID.randomUUID();
        for (int i = 0; i < 21; i++) {
            signIn(account, "c000", i);
        }
        assertThat(switchboard.findingsOf(account)).singleElement().satisfies(one -> assertThat(one.kind())
                .isEqualTo("burst"));
        findings.run("");
        assertThat(switchboard.findingsOf(account)).hasSize(1);
    }

    @Test
    void notesFailuresInNumbersOnceForAllNodes() {
        UUID account = UUID.randomUUID();
        FailingSignIns failing = new FailingSignIns(findings);
        SignInsFailing news = new SignInsFailing(UUID.randomUUID(), "local", account, "c000");
        failing.on(news);
        failing.on(news);
        SignInsFailing many = new SignInsFailing(UUID.randomUUID(), "local", null, "5fd8");
        failing.on(many);
        failing.on(new SignInsFailing(UUID.randomUUID(), "local", null, "5fd8"));

        assertThat(findings.of(account)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo("failures");
            assertThat(one.count()).isOne();
        });
        assertThat(switchboard.findings(Subject.SYSTEM, PageRequest.first(10)).items())
                .filteredOn(one -> one.accountId() == null)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.network()).isEqualTo("5fd8");
                    assertThat(one.count()).isEqualTo(2);
                });
    }

    @Test
    void suspendsAConnectorForWhoMayEverywhere() {
        switchboard.connectors = new ConnectorSwitch() {
            @Override
            public int suspend(Subject by, String connectorId, boolean exercise) {
                touched.add(connectorId + " " + exercise);
                return 5;
            }

            @Override
            public void resume(Subject by, String connectorId) {
                touched.add(connectorId + " resumed");
            }

            @Override
            public Set<String> suspended() {
                return Set.of("quiz");
            }
        };
        assertThatThrownBy(() -> switchboard.suspendConnector(admin, "quiz", false))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> switchboard.resumeConnector(admin, "quiz")).isInstanceOf(PortalException.class);
        assertThat(switchboard.suspendConnector(Subject.SYSTEM, "quiz", true)).isEqualTo(5);
        switchboard.resumeConnector(Subject.SYSTEM, "quiz");

        assertThat(touched).containsExactly("quiz true", "quiz resumed");
        assertThat(switchboard.suspendedConnectors()).containsExactly("quiz");
    }

    private SessionOpened signIn(UUID account, String network, int minute) {
        SessionOpened event = new SessionOpened(UUID.randomUUID(), account, "local", network);
        new Findings(tx, Clock.fixed(NOW.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC)).on(event);
        return event;
    }

    private SqlSwitchboard board(ClosedCounters counters) {
        SqlSwitchboard board = new SqlSwitchboard(
                tx,
                counters,
                fake(PortalSessions.class, (method, arguments) -> {
                    touched.add(arguments[1] + " " + arguments[2]);
                    return 7;
                }),
                fake(Authorisation.class, (method, arguments) -> {
                    boolean allowed =
                            ((Subject) arguments[0]).isSystem() || administered.contains(((Scope) arguments[2]).id());
                    if (!allowed) {
                        throw new PortalException(ErrorCode.FORBIDDEN, "no", null);
                    }
                    return null;
                }),
                fake(Structures.class, (method, arguments) -> switch (method) {
                    case "byId" ->
                        List.of(academy, school).stream()
                                .filter(one -> one.id().equals(arguments[0]))
                                .findFirst();
                    case "withDescendants" -> Set.of((UUID) arguments[0]);
                    case "roots" -> List.of(academy);
                    default -> Optional.empty();
                }),
                event -> {},
                fake(Audit.class, (method, arguments) -> {
                    audited.add(arguments[1] + " " + arguments[2]);
                    return null;
                }),
                findings,
                Clock.fixed(NOW, ZoneOffset.UTC));
        board.passwords = fake(LocalPasswords.class, (method, arguments) -> {
            touched.add("passwords " + arguments[3]);
            return 3;
        });
        return board;
    }

    private static Structure structure(StructureKind kind, String code) {
        return new Structure(UUID.randomUUID(), kind, code, code, "");
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> answers.answer(called.getName(), arguments)));
    }

    private interface Answers {
        Object answer(String method, Object[] arguments);
    }
}
