package org.preau.core.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.authorisation.Grant;
import org.preau.api.authorisation.GrantEnding;
import org.preau.api.authorisation.GrantEntry;
import org.preau.api.authorisation.GrantState;
import org.preau.api.authorisation.Role;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Requirement;
import org.preau.api.directory.identity.PeopleMerged;
import org.preau.api.directory.identity.PeopleParted;

/** Grants are given, end and follow their account. */
@Requirement("621A")
class GrantRegisterTest extends GrantWorld {
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
        clock.pass(Duration.ofDays(1));
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
        aliases.put(alias, stays);
        new MergedListener(grants).on(new PeopleMerged(UUID.randomUUID(), UUID.randomUUID(), stays, alias));
        assertThat(grants.ofAccount(stays)).extracting(Grant::structureId).containsExactly(school.id());
        assertThat(register.ofAccount(chief, stays, ANY, ALL).items()).hasSize(1);
        aliases.clear();
        new PartedListener(grants).on(new PeopleParted(UUID.randomUUID(), UUID.randomUUID(), stays, alias));
        assertThat(grants.ofAccount(stays)).isEmpty();
        assertThat(grants.ofAccount(alias)).hasSize(1);
    }

    @Test
    void aGrantOfAnAliasThatIsTakenStopsAtOnce() {
        Grant given =
                register.give(chief, grant(local, Role.ADML, school, null)).grant();
        aliases.put(account(local), account(teacher));
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

    private UUID chiefsGrant() {
        return grants.ofAccount(account(chief)).get(0).id();
    }
}
