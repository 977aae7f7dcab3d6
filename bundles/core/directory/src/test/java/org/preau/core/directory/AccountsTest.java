package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.AccountStateChanged;
import org.preau.api.directory.NewAccount;
import org.preau.api.directory.Scope;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.persistence.Rows;

class AccountsTest {
    private TestSchools schools;

    @BeforeEach
    void open() {
        schools = new TestSchools();
        schools.apply(TestRecords.population());
    }

    @AfterEach
    void drop() {
        schools.close();
    }

    @Test
    @Requirement("44A")
    void feedMakesInactiveAccountsForAllButNurseryPupils() {
        assertThat(login("10")).isEqualTo("zoe.loeuvre");
        assertThat(login("51")).isEqualTo("jean-pierre.martin");
        assertThat(schools.accounts.ofPerson(schools.person("13"))).isEmpty();
        Account head = account("50");
        assertThat(head.state()).isEqualTo(AccountState.INACTIVE);
        assertThat(head.profile()).isEqualTo(Profile.HEAD);
    }

    @Test
    void homonymsGetANumberAndALoginIsNeverGivenAgain() {
        assertThat(List.of(login("50"), login("53"))).containsExactlyInAnyOrder("jeanne.martin", "jeanne.martin2");
        List<FeedRecord> others = TestRecords.population();
        others.add(TestRecords.staff("54", "Jeanne", "MARTIN", List.of("2"), List.of(), true));
        others.removeIf(record -> record.key().equals("53"));
        schools.apply(others);
        assertThat(login("54")).isEqualTo("jeanne.martin3");
        assertThat(create(Optional.empty(), "Jeanne", "Martin").login()).isEqualTo("jeanne.martin4");
        assertThatThrownBy(() -> create(Optional.of("Jeanne.Martin2"), "X", "Y"))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void feedGoesRoundLoginsMadeByHand() {
        create(Optional.of("karl.marx7"), "Karl", "Marx");
        List<FeedRecord> more = TestRecords.population();
        more.add(TestRecords.guardian("32", "Karl", "MARX"));
        schools.apply(more);
        assertThat(login("32")).isEqualTo("karl.marx8");
    }

    @Test
    void makesAnAccountByHandThatAFeedLeavesAlone() {
        Account made = create(Optional.of("demo.teacher"), "Démo", "Enseignante");
        assertThat(schools.accounts.byLogin(" DEMO.teacher ")).contains(made);
        assertThat(schools.accounts.byId(made.id())).contains(made);
        assertThat(schools.directory.scopesOf(made.personId())).hasSize(1);
        schools.apply(TestRecords.population());
        assertThat(schools.directory.scopesOf(made.personId())).hasSize(1);
        assertThat(schools.audited).contains("account.create");
        assertThatThrownBy(() -> create(Optional.of("a b"), "X", "Y")).isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> schools.accounts.create(
                        new NewAccount(Optional.empty(), Profile.TEACHER, UUID.randomUUID(), "X", "Y")))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void activatesOnceAndBlocks() {
        Account account = account("10");
        schools.accounts.activate(account.id());
        schools.accounts.activate(account.id());
        assertThat(account("10").state()).isEqualTo(AccountState.ACTIVE);
        schools.accounts.setState(account.id(), AccountState.BLOCKED);
        assertThatThrownBy(() -> schools.accounts.activate(account.id())).isInstanceOf(PortalException.class);
        assertThat(schools.events)
                .containsOnlyOnce(
                        new AccountStateChanged(account.id(), AccountState.ACTIVE),
                        new AccountStateChanged(account.id(), AccountState.BLOCKED));
        assertThatThrownBy(() -> schools.accounts.activate(UUID.randomUUID())).isInstanceOf(PortalException.class);
    }

    @Test
    void findsAnAccountByTheAliasOfAMerge() {
        Account account = account("10");
        UUID alias = UUID.randomUUID();
        schools.tx.writeSql(connection -> Rows.update(
                connection,
                "insert into directory.account_alias (alias_id, account_id) values (?, ?)",
                alias,
                account.id()));
        assertThat(schools.accounts.byId(alias)).contains(account);
    }

    @Test
    void listsAccountsOfAClassByProfile() {
        Scope schoolClass = Scope.schoolClass(schools.schoolClass(TestRecords.OAKS, "CE1 A"));
        assertThat(schools.accounts
                        .ofScope(schoolClass, Profile.STUDENT, PageRequest.first(10))
                        .items())
                .extracting(Account::login)
                .containsExactly("ali.benali", "zoe.loeuvre");
        assertThat(schools.accounts
                        .ofScope(schoolClass, Profile.GUARDIAN, PageRequest.first(1))
                        .total())
                .isEqualTo(2);
    }

    private Account create(Optional<String> login, String first, String last) {
        UUID oaks = schools.structure(TestRecords.OAKS);
        return schools.accounts.create(new NewAccount(login, Profile.TEACHER, oaks, first, last));
    }

    private Account account(String key) {
        return schools.accounts.ofPerson(schools.person(key)).get(0);
    }

    private String login(String key) {
        return account(key).login();
    }
}
