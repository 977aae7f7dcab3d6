package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.AccountStateChanged;
import org.preau.api.directory.lifecycle.Departure;
import org.preau.api.directory.lifecycle.DeparturesAhead;
import org.preau.api.directory.lifecycle.ErasureCertificate;
import org.preau.api.directory.lifecycle.PersonErased;
import org.preau.api.directory.lifecycle.RetentionPeriod;
import org.preau.api.directory.load.FeedRecord;

class LifecycleTest {
    private static final Subject BY = Subject.SYSTEM;

    private World world;
    private UUID leaver;
    private Account account;

    @BeforeEach
    void open() {
        world = new World();
        world.pupil("10", "Léo", "PARTANT", "2019-01-01", "1A", "30")
                .guardian("30", "Eva", "PARTANT", null, "a@post.example.net", "0600000001")
                .teacher("50", "Luc", "ROSE", "1970-01-01", "", "1")
                .feed();
        leaver = world.person("30");
        account = world.schools.accounts.ofPerson(leaver).get(0);
        world.schools.accounts.activate(account.id());
    }

    @AfterEach
    void drop() {
        world.close();
    }

    @Test
    @Requirement({"612A", "74I"})
    void leaversAreToldOfArchivedThenErased() {
        leave();
        assertThat(departures(Optional.empty())).hasSize(2).allSatisfy(each -> {
            assertThat(each.state()).isEqualTo(AccountState.LEAVING);
            assertThat(each.next()).isEqualTo(LocalDate.parse("2027-02-18"));
            assertThat(each.schools()).containsExactly("Les Chênes");
        });
        world.after(80);
        assertThat(world.schools.events).contains(new DeparturesAhead(2, 0, 15));
        assertThat(state()).isEqualTo(AccountState.LEAVING);
        world.after(91);
        assertThat(state()).isEqualTo(AccountState.ARCHIVED);
        assertThat(world.schools.events).contains(new AccountStateChanged(account.id(), AccountState.ARCHIVED));
        world.after(91 + 274);
        assertThat(world.schools.accounts.byId(account.id())).isPresent();
        world.after(91 + 276);
        assertThat(world.schools.accounts.byId(account.id())).isEmpty();
        assertThat(world.count("select count(*) from directory.person where last_name = 'PARTANT'"))
                .isZero();
        assertThat(world.schools.events).contains(new PersonErased(leaver, List.of(account.id())));
        assertThat(world.lifecycle.certificates(BY, PageRequest.first(5)).items())
                .singleElement()
                .satisfies(each -> assertThat(each.rule()).isEqualTo("retention"));
    }

    @Test
    @Requirement({"44A", "612A"})
    void whoComesBackBeforeErasureFindsHisAccount() {
        List<FeedRecord> before = List.copyOf(world.people);
        leave();
        world.after(91);
        assertThat(state()).isEqualTo(AccountState.ARCHIVED);
        world.people.clear();
        world.people.addAll(before);
        world.feed();
        world.after(92);
        assertThat(state()).isEqualTo(AccountState.ACTIVE);
        assertThat(world.schools.accounts.ofPerson(leaver)).hasSize(1);
        assertThat(world.schools.directory.childrenOf(leaver)).hasSize(1);
        assertThat(departures(Optional.empty())).isEmpty();
    }

    @Test
    @Requirement("71C")
    void erasureOnRequestLeavesNothingAndIsCertified() {
        world.teacher("51", "Eva", "PARTANT", null, "", "1").feed();
        world.identities.merge(BY, leaver, world.person("51"));
        ErasureCertificate made = world.lifecycle.erase(BY, leaver, "demande du 20/11/2026");
        assertThat(made.kinds())
                .containsEntry("person", 2)
                .containsEntry("source", 2)
                .containsEntry("account", 1)
                .containsKeys("guardianship", "merge", "alias");
        assertThat(world.rows().toString()).doesNotContain("a@post.example.net").doesNotContain("eva.partant");
        byte[] file = world.lifecycle.download(BY, made.id()).orElseThrow();
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text)
                .contains("demande du 20/11/2026")
                .doesNotContain("PARTANT")
                .doesNotContain(leaver.toString());
        assertThat(world.lifecycle.verify(file)).isTrue();
        assertThat(world.lifecycle.verify(text.replace("request", "retention").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(world.schools.audited).contains("person.erase");
        world.feed();
        assertThat(world.person("30")).isNotEqualTo(leaver);
        assertThat(world.schools.accounts.ofPerson(world.person("30")).get(0).login())
                .isNotEqualTo(account.login());
        assertThatThrownBy(() -> world.lifecycle.erase(BY, leaver, "x")).isInstanceOf(PortalException.class);
    }

    @Test
    @Requirement("621A")
    void blocksAndOpensWithAReason() {
        assertThatThrownBy(() -> world.lifecycle.block(BY, account.id(), " ")).isInstanceOf(PortalException.class);
        world.lifecycle.block(BY, account.id(), "abus");
        assertThat(state()).isEqualTo(AccountState.BLOCKED);
        assertThatThrownBy(() -> world.lifecycle.block(BY, account.id(), "abus"))
                .isInstanceOf(PortalException.class);
        world.lifecycle.unblock(BY, account.id(), "levé");
        assertThat(state()).isEqualTo(AccountState.ACTIVE);
        assertThat(world.schools.audited).contains("account.block", "account.unblock");
        Subject head = world.schools.viewer("50", Profile.HEAD);
        assertThatThrownBy(() -> world.lifecycle.block(head, account.id(), "abus"))
                .isInstanceOf(PortalException.class);
        world.authorisation.give(head, world.schools.structure(TestRecords.OAKS));
        world.lifecycle.block(head, account.id(), "abus");
        assertThat(state()).isEqualTo(AccountState.BLOCKED);
    }

    @Test
    @Requirement({"612A", "621E"})
    void aHeadIsToldOfTheLeaversOfHisSchoolOnly() {
        Subject head = world.schools.viewer("50", Profile.HEAD);
        leave();
        assertThat(world.lifecycle
                        .departures(head, Optional.empty(), PageRequest.first(9))
                        .items())
                .isEmpty();
        world.authorisation.give(head, world.schools.structure(TestRecords.OAKS));
        assertThat(world.lifecycle
                        .departures(head, Optional.empty(), PageRequest.first(9))
                        .items())
                .hasSize(2);
        assertThat(departures(Optional.of(world.schools.structure(TestRecords.ELMS))))
                .isEmpty();
    }

    @Test
    @Requirement("74I")
    void periodsAreOfEachKindWithTheirSetting() {
        assertThat(world.retention.periods())
                .extracting(RetentionPeriod::kind)
                .contains("account.leaving", "account.archived", "account.guest", "login.reserved");
        assertThat(world.retention.periods())
                .allSatisfy(each -> assertThat(each.reason().fr()).doesNotContain("!"));
        assertThat(world.retention.leavingDays(Profile.GUEST)).isEqualTo(30);
        assertThat(world.retention.leavingDays(Profile.STUDENT)).isEqualTo(90);
    }

    private void leave() {
        world.people.removeIf(record -> List.of("10", "30").contains(record.key()));
        world.feed();
    }

    private AccountState state() {
        return world.schools.accounts.byId(account.id()).orElseThrow().state();
    }

    private List<Departure> departures(Optional<UUID> within) {
        return world.lifecycle.departures(BY, within, PageRequest.first(9)).items();
    }
}
