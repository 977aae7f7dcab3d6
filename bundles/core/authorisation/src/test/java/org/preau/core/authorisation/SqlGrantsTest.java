package org.preau.core.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.GrantsChanged;
import org.preau.api.authorisation.Role;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.core.authorisation.command.GrantAddCommand;
import org.preau.core.authorisation.command.GrantListCommand;
import org.preau.core.authorisation.command.GrantRemoveCommand;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.FakeAccounts;
import org.preau.testkit.FakeAudit;
import org.preau.testkit.FakeStructures;
import org.preau.testkit.SettableClock;

class SqlGrantsTest {
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Structure ACADEMY =
            new Structure(UUID.randomUUID(), StructureKind.ACADEMY, "24", "Académie Créteil", "");

    private final FakeAudit audit = new FakeAudit();
    private final List<PortalEvent> events = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-20T08:00:00Z"));
    private final FakeStructures structures = new FakeStructures().add(ACADEMY);
    private final FakeAccounts accounts = new FakeAccounts()
            .add(new Account(
                    ACCOUNT, UUID.randomUUID(), "anna.adm", AccountState.ACTIVE, Profile.ADVISER, "Anna", "Adm"));
    private TestDatabase database;
    private SqlGrants grants;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        grants = new SqlGrants(database.tx(new AuthorisationUnit()), audit, events::add, structures, accounts, clock);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theSameGrantAgainChangesItsEndOnly() {
        Grant first = grants.add(Subject.SYSTEM, ACCOUNT, Role.ADM, ACADEMY.id(), null);
        Grant again = grants.add(Subject.SYSTEM, ACCOUNT, Role.ADM, ACADEMY.id(), LocalDate.parse("2026-11-21"));
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(grants.list(PageRequest.first(10)).items()).containsExactly(again);
        assertThat(audit.actions()).containsExactly("grant.add", "grant.add");
        assertThat(events).containsOnly(new GrantsChanged(ACCOUNT));
    }

    @Test
    void aGrantRunsUntilItsLastDay() {
        grants.add(Subject.SYSTEM, ACCOUNT, Role.ADML, ACADEMY.id(), LocalDate.parse("2026-11-20"));
        assertThat(grants.ofAccount(ACCOUNT)).hasSize(1);
        clock.pass(Duration.ofDays(1));
        assertThat(grants.ofAccount(ACCOUNT)).isEmpty();
        assertThatThrownBy(() ->
                        grants.add(Subject.SYSTEM, ACCOUNT, Role.ADML, ACADEMY.id(), LocalDate.parse("2026-11-20")))
                .isInstanceOf(PortalException.class);
    }

    @Test
    void whatIsKeptInMemoryIsDroppedAtEachChangeHereAndElsewhere() {
        assertThat(grants.ofAccount(ACCOUNT)).isEmpty();
        Grant grant = grants.add(Subject.SYSTEM, ACCOUNT, Role.ADM, ACADEMY.id(), null);
        assertThat(grants.ofAccount(ACCOUNT)).containsExactly(grant);
        grants.remove(Subject.SYSTEM, grant.id());
        assertThat(grants.ofAccount(ACCOUNT)).isEmpty();
        assertThatThrownBy(() -> grants.remove(Subject.SYSTEM, grant.id())).isInstanceOf(PortalException.class);
        grants.on(new GrantsChanged(ACCOUNT));
        assertThat(grants.type()).isEqualTo(GrantsChanged.class);
    }

    @Test
    void commandsGiveListAndEndGrants() throws Exception {
        PortalCommand add = new GrantAddCommand(grants, accounts, structures);
        run(add, "anna.adm", "--role", "adm", "--structure", "24", "--until", "2027-08-31");
        JsonNode list = new ObjectMapper().readTree(run(new GrantListCommand(grants, accounts, structures), "--json"));
        assertThat(list).hasSize(1);
        assertThat(list.get(0).path("login").asText()).isEqualTo("anna.adm");
        assertThat(list.get(0).path("structure").asText()).isEqualTo("24");
        assertThat(list.get(0).path("until").asText()).isEqualTo("2027-08-31");
        assertThat(run(new GrantListCommand(grants, accounts, structures))).contains("Académie Créteil");
        run(new GrantRemoveCommand(grants), list.get(0).path("id").asText());
        assertThat(grants.list(PageRequest.first(1)).total()).isZero();
        assertThatThrownBy(() -> run(add, "anna.adm", "--role", "KING", "--structure", "24"))
                .isInstanceOf(MisusedCommandException.class);
        assertThatThrownBy(() -> run(add, "anna.adm", "--role", "ADM", "--structure", "24", "--until", "soon"))
                .isInstanceOf(MisusedCommandException.class);
        assertThatThrownBy(() -> run(add, "nobody", "--role", "ADM", "--structure", "24"))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> run(add, "anna.adm", "--role", "ADM", "--structure", "99"))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> run(new GrantRemoveCommand(grants), "x")).isInstanceOf(MisusedCommandException.class);
    }

    private String run(PortalCommand command, String... words) throws Exception {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        command.run(CommandCall.read(command.spec(), List.of(words), Path.of("/"), stream, stream));
        return out.toString(StandardCharsets.UTF_8);
    }
}
