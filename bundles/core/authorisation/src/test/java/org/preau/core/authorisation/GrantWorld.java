package org.preau.core.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.authorisation.GrantState;
import org.preau.api.authorisation.NewGrant;
import org.preau.api.authorisation.Role;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Official;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.FakeAudit;
import org.preau.testkit.FakeSettings;
import org.preau.testkit.FakeStructures;
import org.preau.testkit.SettableClock;
import org.preau.testkit.StandIn;

/** An academy of two schools with one administrator; a database for each test. */
abstract class GrantWorld {
    static final PageRequest ALL = PageRequest.first(100);
    static final Set<GrantState> ANY = EnumSet.allOf(GrantState.class);
    static final Subject SYSTEM = Subject.SYSTEM;

    final Structure academy = structure(StructureKind.ACADEMY);
    final Structure school = structure(StructureKind.SCHOOL);
    final Structure other = structure(StructureKind.SCHOOL);
    final Subject chief = subject();
    final Subject local = subject();
    final Subject teacher = subject();
    final List<Official> officials = new ArrayList<>();
    final List<PortalEvent> events = new ArrayList<>();
    final FakeAudit audit = new FakeAudit();
    final FakeStructures tree = new FakeStructures();
    final Map<UUID, UUID> aliases = new HashMap<>();
    final SettableClock clock = SettableClock.at(Instant.parse("2026-11-20T08:00:00Z"));
    TestDatabase database;
    SqlGrants grants;
    SqlGrantRegister register;
    SqlGrantProposals proposals;
    GrantNoticeJob notice;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        Tx tx = database.tx(new AuthorisationUnit());
        tree.add(academy).add(school, academy).add(other, academy);
        Accounts people = people();
        grants = new SqlGrants(tx, audit, events::add, tree, people, clock);
        Rules rules = new Rules();
        rules.addRule(new GiveGrantRule());
        rules.addRule(new ReadGrantsRule());
        DefaultAuthorisation authorisation = new DefaultAuthorisation(rules, grants, new FakeDirectory(), tree);
        register = new SqlGrantRegister(tx, grants, authorisation, tree, people, clock);
        proposals = new SqlGrantProposals(
                tx,
                grants,
                authorisation,
                (after, limit) -> after.isPresent() ? List.of() : officials,
                tree,
                audit,
                clock);
        notice = new GrantNoticeJob(
                tx, audit, events::add, clock, FakeSettings.of(NoticeConfig.class, Map.of("notice_days", 30)));
        grants.add(SYSTEM, account(chief), Role.ADM, academy.id(), null);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    static NewGrant grant(Subject to, Role role, Structure where, @org.jspecify.annotations.Nullable String until) {
        LocalDate end = until == null ? null : LocalDate.parse(until);
        return new NewGrant(account(to), role, where.id(), end, "rentrée");
    }

    /** Everybody has an account; that of an alias is the one it stands for. */
    private Accounts people() {
        return StandIn.of(Accounts.class, (method, arguments) -> switch (method) {
            case "aliasesOf" ->
                aliases.keySet().stream()
                        .filter(alias -> arguments[0].equals(aliases.get(alias)))
                        .toList();
            case "byId" -> {
                UUID id = (UUID) arguments[0];
                yield Optional.of(new Account(
                        aliases.getOrDefault(id, id), new UUID(0, 0), "", AccountState.ACTIVE, Profile.GUEST, "", ""));
            }
            default -> throw new UnsupportedOperationException(method);
        });
    }

    static UUID account(Subject subject) {
        return java.util.Objects.requireNonNull(subject.accountId());
    }

    static Subject subject() {
        return new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.GUEST, null);
    }

    static Structure structure(StructureKind kind) {
        UUID id = UUID.randomUUID();
        return new Structure(id, kind, id.toString(), "", "");
    }

    static void refused(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(PortalException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
