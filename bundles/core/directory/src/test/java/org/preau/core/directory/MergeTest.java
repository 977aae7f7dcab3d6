package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.preau.core.directory.account.SqlAccounts;

/** Two entries of one person become one. */
class MergeTest extends MergeWorld {
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
    @Requirement({"621C", "621A"})
    void nobodyGetsByAMergeWhatTheMergerCouldNotGive() {
        families();
        UUID keep = world.person("30");
        UUID gone = world.person("31");
        Subject head = new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.HEAD, null);
        UUID oaks = world.schools.structure(TestRecords.OAKS);
        UUID academy = UUID.randomUUID();
        UUID alias = world.schools.accounts.ofPerson(gone).get(0).id();
        world.grants = new FakeGrants(new Grant(UUID.randomUUID(), alias, Role.ADM, academy, null));
        world.authorisation.give(head, oaks, world.schools.structure(TestRecords.ELMS));
        assertThatThrownBy(() -> world.identities.merge(head, keep, gone))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
        world.authorisation.give(head, oaks, world.schools.structure(TestRecords.ELMS), academy);
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
}
