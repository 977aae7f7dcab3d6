package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.Role;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Child;
import org.preau.api.directory.identity.LikenessState;
import org.preau.api.directory.identity.Merge;
import org.preau.api.directory.identity.MergePreview;
import org.preau.api.directory.identity.PeopleMerged;
import org.preau.api.directory.identity.PeopleParted;
import org.preau.api.persistence.Rows;
import org.preau.core.directory.account.SqlAccounts;

class MergeTest {
    private static final Subject BY = Subject.SYSTEM;

    private World world;

    @BeforeEach
    void open() {
        world = new World();
    }

    @AfterEach
    void drop() {
        world.close();
    }

    @Test
    @Requirement("621C")
    void givesAGuardianOneAccountForAllChildrenOfSchoolsAndSources() {
        families();
        SqlAccounts accounts = world.schools.accounts;
        UUID keep = world.person("30");
        UUID gone = world.person("31");
        Account first = accounts.ofPerson(keep).get(0);
        Account second = accounts.ofPerson(gone).get(0);
        accounts.activate(second.id());
        MergePreview preview = world.identities.preview(BY, keep, gone);
        assertThat(preview.keptLogin()).isEqualTo(second.login());
        assertThat(preview.aliasLogin()).isEqualTo(first.login());
        assertThat(preview.losses()).anyMatch(loss -> loss.fr().contains("b@post.example.net"));

        Merge merge = world.identities.merge(BY, keep, gone);

        assertThat(world.schools.directory.childrenOf(keep))
                .extracting(Child::firstName)
                .containsExactlyInAnyOrder("Léo", "Mia");
        assertThat(accounts.ofPerson(keep)).extracting(Account::id).containsExactly(second.id());
        assertThat(accounts.byId(first.id()).orElseThrow().id()).isEqualTo(second.id());
        assertThat(accounts.byLogin(first.login()).orElseThrow().id()).isEqualTo(second.id());
        assertThat(world.schools.events).contains(new PeopleMerged(keep, gone, second.id(), first.id()));
        assertThat(world.schools.audited).contains("person.merge");
        assertThat(world.identities
                        .merges(BY, Optional.empty(), PageRequest.first(9))
                        .items())
                .containsExactly(merge);
        assertThat(world.identities
                        .likenesses(BY, Optional.empty(), LikenessState.MERGED, PageRequest.first(9))
                        .total())
                .isEqualTo(1);
    }

    @Test
    @Requirement("621C")
    void undoGivesBackBothPeopleAsTheyWere() {
        families();
        List<String> before = world.rows();
        Merge merge = world.identities.merge(BY, world.person("30"), world.person("31"));
        assertThat(world.rows()).isNotEqualTo(before);
        world.identities.undo(BY, merge.id());
        assertThat(world.rows()).isEqualTo(before);
        assertThat(world.schools.events)
                .contains(new PeopleParted(merge.kept(), merge.gone(), merge.keptAccount(), merge.aliasAccount()));
        assertThat(world.alike("30", "31")).isFalse();
        assertThatThrownBy(() -> world.identities.undo(BY, merge.id())).isInstanceOf(PortalException.class);
    }

    @Test
    @Requirement({"621C", "621A"})
    void nobodyGetsByAMergeWhatTheMergerCouldNotGive() {
        families();
        UUID keep = world.person("30");
        UUID gone = world.person("31");
        Subject head = new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.HEAD, null);
        UUID oaks = world.schools.structure(TestSchools.OAKS);
        UUID academy = UUID.randomUUID();
        UUID alias = world.schools.accounts.ofPerson(gone).get(0).id();
        world.grants = new FakeGrants(new Grant(UUID.randomUUID(), alias, Role.ADM, academy, null));
        world.authorisation.give(head, oaks, world.schools.structure(TestSchools.ELMS));
        assertThatThrownBy(() -> world.identities.merge(head, keep, gone))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
        world.authorisation.give(head, oaks, world.schools.structure(TestSchools.ELMS), academy);
        assertThat(world.identities.merge(head, keep, gone).aliasAccount()).isEqualTo(alias);
    }

    @Test
    void feedsGoOnUnderTheMergedPersonAndAfterTheUndo() {
        families();
        UUID keep = world.person("30");
        UUID gone = world.person("31");
        List<String> before = world.rows();
        Merge merge = world.identities.merge(BY, keep, gone);
        List<String> merged = world.rows();
        world.feed();
        assertThat(world.rows()).isEqualTo(merged);
        world.guardian("32", "Nouveau", "VENU", null, "", "").feed();
        assertThat(world.count("select count(*) from directory.account where person_id = ?", keep))
                .isEqualTo(1);
        assertThat(world.person("31")).isEqualTo(keep);
        world.people.removeIf(record -> record.key().equals("32"));
        world.feed();
        world.identities.undo(BY, merge.id());
        world.feed();
        assertThat(world.person("31")).isEqualTo(gone);
        assertThat(world.rows().stream()
                        .filter(row -> !row.contains("VENU") && !row.contains("\"32\"") && !row.contains("nouveau")))
                .containsExactlyElementsOf(before);
    }

    @Test
    void anUndoAfterAFeedThatChangedThePersonIsSetRightByTheNextFeed() {
        families();
        UUID keep = world.person("30");
        UUID gone = world.person("31");
        Merge merge = world.identities.merge(BY, keep, gone);
        world.people.removeIf(record -> record.key().equals("31"));
        world.guardian("31", "Eva", "BLANC-NOIR", "1985-01-01", "neu@post.example.net", "")
                .feed();
        world.identities.undo(BY, merge.id());
        assertThat(names(keep)).isEqualTo("BLANC a@post.example.net");
        world.feed();
        assertThat(names(keep)).isEqualTo("BLANC a@post.example.net");
        assertThat(names(gone)).isEqualTo("BLANC-NOIR neu@post.example.net");
        assertThat(world.schools.directory.childrenOf(gone)).hasSize(1);
    }

    @Test
    @Requirement("621C")
    void refusesWhatWouldMixUpPeopleForSure() {
        families();
        assertConflict("30", "10");
        assertConflict("50", "10");
        assertConflict("30", "30");
        world.schools.accounts.setState(
                world.schools.accounts.ofPerson(world.person("31")).get(0).id(), AccountState.BLOCKED);
        assertConflict("30", "31");
    }

    @Test
    void undoesTheLatestMergeFirst() {
        families();
        Merge one = world.identities.merge(BY, world.person("30"), world.person("31"));
        Merge two = world.identities.merge(BY, world.person("50"), one.kept());
        assertThat(world.schools.directory.childrenOf(two.kept())).hasSize(2);
        assertThatThrownBy(() -> world.identities.undo(BY, one.id()))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.messageKey()).isEqualTo("merge.later"));
    }

    @Test
    void anyMergesUndoneInReverseLeaveNothingBehind() {
        for (int seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            try (World other = randomWorld(random)) {
                List<String> before = other.rows();
                List<UUID> done = mergeSome(other, random);
                assertThat(done).as("seed %s", seed).isNotEmpty();
                Collections.reverse(done);
                done.forEach(id -> other.identities.undo(BY, id));
                assertThat(other.rows()).as("seed %s", seed).isEqualTo(before);
            }
        }
    }

    private static List<UUID> mergeSome(World world, Random random) {
        List<UUID> done = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean pupils = random.nextInt(3) == 0;
            String a = (pupils ? "1" : random.nextBoolean() ? "3" : "5") + random.nextInt(6);
            String b = (pupils ? "1" : random.nextBoolean() ? "3" : "5") + random.nextInt(6);
            try {
                done.add(world.identities
                        .merge(BY, world.person(a), world.person(b))
                        .id());
            } catch (PortalException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT);
            }
        }
        return done;
    }

    private static World randomWorld(Random random) {
        World world = new World();
        for (int i = 0; i < 6; i++) {
            String first = "P" + random.nextInt(3);
            world.pupilOf(
                    random.nextBoolean() ? "1" : "2",
                    "1" + i,
                    first,
                    "NOM",
                    "2019-01-0" + (1 + random.nextInt(3)),
                    random.nextBoolean() ? "" : "INE" + i,
                    "3" + random.nextInt(3),
                    "3" + (3 + random.nextInt(3)));
            world.guardian("3" + i, "G" + random.nextInt(3), "NOM", null, "g" + i + "@x.example", "06000000" + i);
            world.teacher("5" + i, "T" + random.nextInt(3), "NOM", null, "", random.nextBoolean() ? "1" : "2");
        }
        world.feed();
        for (int i = 0; i < 6; i++) {
            UUID person = world.person((random.nextBoolean() ? "3" : "5") + i);
            List<Account> accounts = world.schools.accounts.ofPerson(person);
            if (random.nextBoolean()) {
                world.schools.accounts.activate(accounts.get(0).id());
                world.schools.accounts.used(accounts.get(0).id());
            }
        }
        return world;
    }

    private void families() {
        world.pupil("10", "Léo", "BLANC", "2019-01-01", "1A", "30")
                .pupilOf("2", "11", "Mia", "BLANC", "2017-01-01", "2B", "31")
                .guardian("30", "Eva", "BLANC", "1985-01-01", "a@post.example.net", "")
                .guardian("31", "Éva", "BLANC", "1985-01-01", "b@post.example.net", "0600000001")
                .teacher("50", "Eva", "BLANC", null, "", "1")
                .feed();
    }

    private String names(UUID person) {
        return world.schools.tx.<String>readSql(connection -> Rows.first(
                        connection,
                        "select last_name || ' ' || email as row from directory.person where id = ?",
                        row -> row.getString("row"),
                        person)
                .orElseThrow());
    }

    private void assertConflict(String keep, String gone) {
        assertThatThrownBy(() -> world.identities.merge(BY, world.person(keep), world.person(gone)))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }
}
