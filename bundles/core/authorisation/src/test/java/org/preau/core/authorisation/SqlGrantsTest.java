package org.preau.core.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.GrantsChanged;
import org.preau.api.authorisation.Role;
import org.preau.api.base.Page;
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
import org.preau.api.directory.Accounts;
import org.preau.api.directory.NewAccount;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.core.authorisation.command.GrantAddCommand;
import org.preau.core.authorisation.command.GrantListCommand;
import org.preau.core.authorisation.command.GrantRemoveCommand;
import org.preau.core.persistence.testing.TestDatabase;

class SqlGrantsTest {
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Structure ACADEMY =
            new Structure(UUID.randomUUID(), StructureKind.ACADEMY, "24", "Académie Créteil", "");

    private final List<String> audited = new ArrayList<>();
    private final List<PortalEvent> events = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private TestDatabase database;
    private SqlGrants grants;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        grants = new SqlGrants(
                database.tx(new AuthorisationUnit()),
                new Trail(),
                events::add,
                new OneStructure(),
                new OneAccount(),
                clock);
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
        assertThat(audited).containsExactly("grant.add", "grant.add");
        assertThat(events).containsOnly(new GrantsChanged(ACCOUNT));
    }

    @Test
    void aGrantRunsUntilItsLastDay() {
        grants.add(Subject.SYSTEM, ACCOUNT, Role.ADML, ACADEMY.id(), LocalDate.parse("2026-11-20"));
        assertThat(grants.ofAccount(ACCOUNT)).hasSize(1);
        now = now.plus(Duration.ofDays(1));
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
        Accounts accounts = new OneAccount();
        Structures structures = new OneStructure();
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

    private final class Trail implements Audit {
        @Override
        public void record(Subject subject, String action, String target, Map<String, String> details) {
            audited.add(action);
        }

        @Override
        public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
            return new Page<>(List.of(), 0);
        }
    }

    private static final class OneAccount implements Accounts {
        private final Account anna = new Account(
                ACCOUNT, UUID.randomUUID(), "anna.adm", AccountState.ACTIVE, Profile.ADVISER, "Anna", "Adm");

        @Override
        public Optional<Account> byId(UUID accountId) {
            return Optional.of(anna).filter(each -> each.id().equals(accountId));
        }

        @Override
        public Optional<Account> byLogin(String login) {
            return Optional.of(anna).filter(each -> each.login().equals(login));
        }

        @Override
        public List<Account> ofPerson(UUID personId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Account> ofScope(Scope scope, Profile profile, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Account create(NewAccount account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void activate(UUID accountId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setState(UUID accountId, AccountState state) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class OneStructure implements Structures {
        @Override
        public Optional<Structure> byId(UUID id) {
            return Optional.of(ACADEMY).filter(each -> each.id().equals(id));
        }

        @Override
        public Optional<Structure> byCode(String code) {
            return Optional.of(ACADEMY).filter(each -> each.code().equals(code));
        }

        @Override
        public java.util.Set<UUID> withAncestors(UUID id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Structure> schoolsBelow(UUID id, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Structure> children(UUID id, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Structure> roots() {
            throw new UnsupportedOperationException();
        }
    }
}
