package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.identity.PeopleFilter;
import org.preau.api.directory.identity.PersonLine;
import org.preau.api.directory.request.AccountRequest;
import org.preau.api.directory.request.AccountWish;
import org.preau.api.directory.request.AccountsExpiring;
import org.preau.api.directory.request.RequestState;

class AccountRequestsTest {
    private static final Subject BY = Subject.SYSTEM;

    private World world;
    private Subject head;
    private UUID oaks;

    @BeforeEach
    void open() {
        world = new World();
        world.teacher("50", "Luc", "ROSE", "1970-01-01", "", "1").feed();
        head = world.schools.viewer("50", Profile.HEAD);
        oaks = world.schools.structure(TestRecords.OAKS);
    }

    @AfterEach
    void drop() {
        world.close();
    }

    @Test
    @Requirement({"322C", "611C", "621A", "621B", "621D"})
    void anAccountAskedForIsMadeOnceAcceptedWithAnEndAndItsSource() {
        assertThatThrownBy(() -> world.requests.ask(head, wish(Profile.STAFF, null)))
                .isInstanceOf(PortalException.class);
        world.authorisation.give(head, oaks);
        AccountRequest asked = world.requests.ask(head, wish(Profile.STAFF, null));
        assertThat(asked.state()).isEqualTo(RequestState.ASKED);
        assertThat(waiting()).isEqualTo(1);
        AccountRequest accepted = world.requests.accept(BY, asked.id());
        UUID account = accepted.accountId();
        assertThat(account).isNotNull();
        PersonLine line = world.administration
                .list(BY, PeopleFilter.ALL.source("local"), PageRequest.first(5))
                .items()
                .get(0);
        assertThat(line.login()).isEqualTo("rose.may");
        assertThat(line.sources().get(0).label().fr()).isEqualTo("local, demandé par Luc ROSE, accepté par le portail");
        assertThat(world.requests
                        .expiring(BY, Optional.of(oaks), 366, PageRequest.first(5))
                        .items())
                .singleElement()
                .satisfies(each -> assertThat(each.until()).isEqualTo(LocalDate.parse("2027-08-31")));
        assertThatThrownBy(() -> world.requests.accept(BY, asked.id())).isInstanceOf(PortalException.class);
        assertThat(waiting()).isZero();
    }

    @Test
    @Requirement("621A")
    void aRefusalTellsWhyToWhoAsked() {
        world.authorisation.give(head, oaks);
        AccountRequest asked = world.requests.ask(head, wish(Profile.STAFF, null));
        assertThatThrownBy(() -> world.requests.refuse(BY, asked.id(), "")).isInstanceOf(PortalException.class);
        world.requests.refuse(BY, asked.id(), "déjà dans l'AAF");
        assertThat(world.requests
                        .list(head, RequestState.REFUSED, PageRequest.first(5))
                        .items())
                .singleElement()
                .satisfies(each -> assertThat(each.answer()).isEqualTo("déjà dans l'AAF"));
        assertThat(world.schools.audited).contains("account.request", "account.refuse");
        AccountRequest again = world.requests.reopen(BY, asked.id());
        assertThat(again.state()).isEqualTo(RequestState.ASKED);
        assertThat(again.answer()).isEmpty();
        assertThat(again.decidedAt()).isNull();
        assertThatThrownBy(() -> world.requests.reopen(BY, asked.id())).isInstanceOf(PortalException.class);
        assertThat(world.requests.accept(BY, asked.id()).state()).isEqualTo(RequestState.ACCEPTED);
    }

    @Test
    @Requirement({"611C", "621D"})
    void aGuestStaysNinetyTwoDaysAtMost() {
        world.authorisation.give(head, oaks);
        AccountRequest guest = world.requests.invite(head, wish(Profile.GUEST, null));
        UUID account = guest.accountId();
        assertThat(account).isNotNull();
        assertThatThrownBy(() -> world.requests.invite(head, wish(Profile.TEACHER, null)))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> world.requests.invite(head, wish(Profile.GUEST, LocalDate.parse("2027-03-01"))))
                .isInstanceOf(PortalException.class);
        world.after(62);
        world.after(86);
        world.after(87);
        assertThat(world.schools.events)
                .containsOnlyOnce(
                        new AccountsExpiring(List.of(account), 30), new AccountsExpiring(List.of(account), 7));
        world.after(93);
        assertThat(state(account)).isEqualTo(AccountState.LEAVING);
        world.requests.setEnd(head, account, LocalDate.parse("2026-12-24"));
        assertThat(state(account)).isEqualTo(AccountState.INACTIVE);
    }

    @Test
    @Requirement("621D")
    void accountsOfAFeedHaveNoEnd() {
        UUID fed = world.schools.accounts.ofPerson(world.person("50")).get(0).id();
        assertThatThrownBy(() -> world.requests.setEnd(BY, fed, LocalDate.parse("2027-08-31")))
                .isInstanceOf(PortalException.class);
        world.after(1000);
        assertThat(state(fed)).isEqualTo(AccountState.INACTIVE);
    }

    private AccountState state(UUID account) {
        return world.schools.accounts.byId(account).orElseThrow().state();
    }

    private long waiting() {
        return world.requests.list(BY, RequestState.ASKED, PageRequest.first(5)).total();
    }

    private AccountWish wish(Profile profile, @Nullable LocalDate until) {
        return new AccountWish(profile, oaks, "Rose", "May", "rose@mairie.example", "ATSEM de la commune", until);
    }
}
