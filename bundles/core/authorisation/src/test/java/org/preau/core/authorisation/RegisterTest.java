package org.preau.core.authorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.junit.jupiter.api.Test;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.GrantEnding;
import org.preau.api.authorisation.GrantEntry;
import org.preau.api.authorisation.GrantProposal;
import org.preau.api.authorisation.GrantProposals.Decision;
import org.preau.api.authorisation.GrantState;
import org.preau.api.authorisation.NewGrant;
import org.preau.api.authorisation.ProposalState;
import org.preau.api.authorisation.Role;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.NewAccount;
import org.preau.api.directory.Official;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.directory.identity.PeopleMerged;
import org.preau.api.directory.identity.PeopleParted;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;

@Requirement("621A")
class RegisterTest {
    private static final PageRequest ALL = PageRequest.first(100);
    private static final Set<GrantState> ANY = EnumSet.allOf(GrantState.class);
    private static final Subject SYSTEM = Subject.SYSTEM;

    private final Structure academy = structure(StructureKind.ACADEMY);
    private final Structure school = structure(StructureKind.SCHOOL);
    private final Structure other = structure(StructureKind.SCHOOL);
    private final Subject chief = subject();
    private final Subject local = subject();
    private final Subject teacher = subject();
    private final List<Official> officials = new ArrayList<>();
    private final List<PortalEvent> events = new ArrayList<>();
    private final List<String> audited = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private final People people = new People();
    private TestDatabase database;
    private SqlGrants grants;
    private SqlGrantRegister register;
    private SqlGrantProposals proposals;
    private GrantNoticeJob notice;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        Tx tx = database.tx(new AuthorisationUnit());
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        Tree tree = new Tree();
        grants = new SqlGrants(tx, new Trail(), events::add, tree, people, clock);
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
                new Trail(),
                clock);
        notice = new GrantNoticeJob(tx, new Trail(), events::add, clock, new Days());
        grants.add(SYSTEM, account(chief), Role.ADM, academy.id(), null);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void nobodyGivesMoreThanHeHoldsNorToHimself() {
        register.give(chief, grant(local, Role.ADML, school, "2027-07-05"));
        refused(ErrorCode.FORBIDDEN, () -> register.give(chief, grant(chief, Role.ADM, academy, null)));
        refused(ErrorCode.FORBIDDEN, () -> register.give(local, grant(teacher, Role.ADM, school, "2027-01-01")));
        refused(ErrorCode.FORBIDDEN, () -> register.give(local, grant(teacher, Role.ADML, other, "2027-01-01")));
        refused(ErrorCode.FORBIDDEN, () -> register.give(local, grant(teacher, Role.ADML, school, null)));
        refused(ErrorCode.FORBIDDEN, () -> grants.add(local, account(teacher), Role.ADML, school.id(), null));
        refused(ErrorCode.FORBIDDEN, () -> register.give(teacher, grant(local, Role.ADML, school, null)));
        assertThat(register.give(local, grant(teacher, Role.ADML, school, "2027-07-05"))
                        .givenBy())
                .isEqualTo(account(local));
    }

    @Test
    void whatExpiredStopsAtOnceAndStaysInTheHistory() {
        GrantEntry given = register.give(chief, grant(local, Role.ADML, school, "2026-11-20"));
        assertThat(grants.ofAccount(account(local))).hasSize(1);
        now = now.plus(Duration.ofDays(1));
        assertThat(grants.ofAccount(account(local))).isEmpty();
        refused(ErrorCode.FORBIDDEN, () -> register.give(local, grant(teacher, Role.ADML, school, "2026-11-21")));
        GrantEntry again = register.give(chief, grant(local, Role.ADML, school, null));
        register.end(chief, again.grant().id());
        assertThat(register.ofStructure(chief, academy.id(), true, ANY, ALL).items())
                .extracting(each -> each.grant().id(), GrantEntry::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(again.grant().id(), GrantState.REMOVED),
                        org.assertj.core.groups.Tuple.tuple(given.grant().id(), GrantState.EXPIRED),
                        org.assertj.core.groups.Tuple.tuple(chiefsGrant(), GrantState.RUNNING));
        assertThat(register.ofAccount(local, account(local), ANY, ALL).total()).isEqualTo(2);
        refused(ErrorCode.FORBIDDEN, () -> register.ofAccount(teacher, account(local), ANY, ALL));
        refused(ErrorCode.CONFLICT, () -> register.extend(chief, again.grant().id(), null));
    }

    @Test
    void afterAMergeTheAccountThatStaysHasTheGrantsOfItsAliasUntilItIsUndone() {
        register.give(chief, grant(local, Role.ADML, school, null));
        UUID stays = account(teacher);
        UUID alias = account(local);
        assertThat(grants.ofAccount(stays)).isEmpty();
        people.aliases.put(alias, stays);
        new MergedListener(grants).on(new PeopleMerged(UUID.randomUUID(), UUID.randomUUID(), stays, alias));
        assertThat(grants.ofAccount(stays)).extracting(Grant::structureId).containsExactly(school.id());
        assertThat(register.ofAccount(chief, stays, ANY, ALL).items()).hasSize(1);
        people.aliases.clear();
        new PartedListener(grants).on(new PeopleParted(UUID.randomUUID(), UUID.randomUUID(), stays, alias));
        assertThat(grants.ofAccount(stays)).isEmpty();
        assertThat(grants.ofAccount(alias)).hasSize(1);
    }

    @Test
    void aGrantOfAnAliasThatIsTakenStopsAtOnce() {
        Grant given =
                register.give(chief, grant(local, Role.ADML, school, null)).grant();
        people.aliases.put(account(local), account(teacher));
        assertThat(grants.ofAccount(account(teacher))).hasSize(1);
        register.end(chief, given.id());
        assertThat(grants.ofAccount(account(teacher))).isEmpty();
    }

    @Test
    void theLastAdministratorOfAnAcademyStays() {
        refused(ErrorCode.CONFLICT, () -> register.end(chief, chiefsGrant()));
        register.give(chief, grant(local, Role.ADM, academy, null));
        register.end(local, chiefsGrant());
        assertThat(grants.ofAccount(account(chief))).isEmpty();
    }

    @Test
    void itsHolderIsToldOnceBeforeAGrantEnds() {
        GrantEntry given = register.give(chief, grant(local, Role.ADML, school, "2026-12-01"));
        notice.run("");
        notice.run("");
        assertThat(events.stream().filter(GrantEnding.class::isInstance))
                .containsExactly(new GrantEnding(
                        given.grant().id(), account(local), school.id(), Instant.parse("2026-12-02T00:00:00Z")));
        register.extend(chief, given.grant().id(), LocalDate.parse("2026-12-10"));
        notice.run("");
        assertThat(events.stream().filter(GrantEnding.class::isInstance)).hasSize(2);
        assertThat(register.endingWithin(chief, academy.id(), 30, ALL).items())
                .extracting(each -> each.grant().until())
                .containsExactly(LocalDate.parse("2026-12-10"));
        assertThat(register.endingWithin(chief, academy.id(), 5, ALL).items()).isEmpty();
    }

    @Test
    void headsAreProposedAndNothingIsGivenBeforeSomebodyAccepts() {
        officials.add(new Official(UUID.randomUUID(), account(local), school.id(), Profile.HEAD, "DIRECTEUR"));
        officials.add(new Official(UUID.randomUUID(), account(teacher), other.id(), Profile.HEAD, ""));
        assertThat(proposals.refresh()).isEqualTo(2);
        assertThat(proposals.refresh()).isZero();
        assertThat(grants.ofAccount(account(local))).isEmpty();
        refused(ErrorCode.FORBIDDEN, () -> proposals.list(local, school.id(), waiting(), Set.of(), ALL));
        Decision all = proposals.acceptAll(chief, academy.id(), Profile.HEAD, LocalDate.parse("2027-08-31"));
        assertThat(all.count()).isEqualTo(2);
        assertThat(grants.ofAccount(account(local)))
                .extracting(Grant::role, Grant::structureId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Role.ADML, school.id()));
        proposals.undo(chief, all.id());
        assertThat(grants.ofAccount(account(local))).isEmpty();
        GrantProposal first = proposals
                .list(chief, school.id(), waiting(), Set.of(Profile.HEAD), ALL)
                .items()
                .get(0);
        proposals.refuse(chief, List.of(first.id()));
        assertThat(proposals.refresh()).isZero();
        assertThat(proposals.list(chief, academy.id(), waiting(), Set.of(), ALL).total())
                .isEqualTo(1);
        officials.clear();
        proposals.refresh();
        assertThat(proposals
                        .list(chief, academy.id(), Set.of(ProposalState.LAPSED), Set.of(), ALL)
                        .total())
                .isEqualTo(2);
        refused(ErrorCode.CONFLICT, () -> proposals.undo(chief, all.id()));
        assertThat(proposals.lastDecision(chief).orElseThrow().count()).isEqualTo(1);
        assertThat(audited).contains("grant.refuse", "grant.undo", "grant.add", "grant.remove");
    }

    private static Set<ProposalState> waiting() {
        return Set.of(ProposalState.PROPOSED);
    }

    private UUID chiefsGrant() {
        return grants.ofAccount(account(chief)).get(0).id();
    }

    private static NewGrant grant(
            Subject to, Role role, Structure where, @org.jspecify.annotations.Nullable String until) {
        LocalDate end = until == null ? null : LocalDate.parse(until);
        return new NewGrant(account(to), role, where.id(), end, "rentrée");
    }

    private static UUID account(Subject subject) {
        return java.util.Objects.requireNonNull(subject.accountId());
    }

    private static Subject subject() {
        return new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.GUEST, null);
    }

    private static Structure structure(StructureKind kind) {
        UUID id = UUID.randomUUID();
        return new Structure(id, kind, id.toString(), "", "");
    }

    private static void refused(ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(PortalException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private static final class Days implements NoticeConfig {
        @Override
        public int notice_days() {
            return 30;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return NoticeConfig.class;
        }
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

    private final class Tree implements Structures {
        @Override
        public Optional<Structure> byId(UUID id) {
            return List.of(academy, school, other).stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst();
        }

        @Override
        public Optional<Structure> byCode(String code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<UUID> withAncestors(UUID id) {
            return Set.copyOf(List.of(id, academy.id()).stream().distinct().toList());
        }

        @Override
        public Page<Structure> schoolsBelow(UUID id, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Structure> children(UUID id, PageRequest page) {
            List<Structure> all = id.equals(academy.id()) && page.offset() == 0 ? List.of(school, other) : List.of();
            return new Page<>(all, all.size());
        }

        @Override
        public List<Structure> roots() {
            return List.of(academy);
        }
    }

    private static final class People implements Accounts {
        private final Map<UUID, UUID> aliases = new HashMap<>();

        @Override
        public List<UUID> aliasesOf(UUID accountId) {
            return aliases.keySet().stream()
                    .filter(alias -> accountId.equals(aliases.get(alias)))
                    .toList();
        }

        @Override
        public Optional<Account> byId(UUID accountId) {
            return Optional.of(new Account(
                    aliases.getOrDefault(accountId, accountId),
                    UUID.randomUUID(),
                    "",
                    AccountState.ACTIVE,
                    Profile.GUEST,
                    "",
                    ""));
        }

        @Override
        public Optional<Account> byLogin(String login) {
            throw new UnsupportedOperationException();
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
}
