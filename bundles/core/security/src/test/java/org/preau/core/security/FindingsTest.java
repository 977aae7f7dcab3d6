package org.preau.core.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Subject;
import org.preau.api.signin.SessionOpened;
import org.preau.api.signin.SignInsFailing;

/** What is noted of sign-ins that are odd. */
class FindingsTest extends SecurityWorld {
    @Test
    void notesAccountOfTwoDistantNetworksWithinMinutesOnceForAllNodes() {
        UUID account = UUID.randomUUID();
        signIn(account, "c000", 0);
        SessionOpened second = signIn(account, "c000", 1);
        assertThat(findings.of(account)).isEmpty();
        SessionOpened elsewhere = signIn(account, "5fd8", 5);
        findings.on(elsewhere);
        findings.on(second);
        assertThat(findings.of(account)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo("networks");
            assertThat(one.count()).isEqualTo(1);
        });
        UUID traveller = UUID.randomUUID();
        signIn(traveller, "c000", 0);
        signIn(traveller, "5fd8", 11);
        assertThat(findings.of(traveller)).isEmpty();
    }

    @Test
    void networksThatAreNearOneAnotherAreNoFindingWherePlacesAreKnown() {
        UUID account = UUID.randomUUID();
        Findings placed = new Findings(tx, Clock.fixed(NOW, ZoneOffset.UTC));
        placed.places = (network, other) ->
                other.equals("c001") || network.equals("c001") ? OptionalDouble.of(12) : OptionalDouble.of(6_000);
        placed.on(new SessionOpened(UUID.randomUUID(), account, "local", "c000"));
        placed.on(new SessionOpened(UUID.randomUUID(), account, "local", "c001"));
        assertThat(placed.of(account)).isEmpty();

        placed.on(new SessionOpened(UUID.randomUUID(), account, "local", "5fd8"));

        assertThat(placed.of(account)).singleElement().satisfies(one -> assertThat(one.kind())
                .isEqualTo("networks"));
    }

    @Test
    void notesBurstOfOneAccount() {
        UUID account = UUID.randomUUID();
        for (int i = 0; i < 21; i++) {
            signIn(account, "c000", i);
        }
        assertThat(switchboard.findingsOf(account)).singleElement().satisfies(one -> assertThat(one.kind())
                .isEqualTo("burst"));
        findings.run("");
        assertThat(switchboard.findingsOf(account)).hasSize(1);
    }

    @Test
    void notesFailuresInNumbersOnceForAllNodes() {
        UUID account = UUID.randomUUID();
        FailingSignIns failing = new FailingSignIns(findings);
        SignInsFailing news = new SignInsFailing(UUID.randomUUID(), "local", account, "c000");
        failing.on(news);
        failing.on(news);
        SignInsFailing many = new SignInsFailing(UUID.randomUUID(), "local", null, "5fd8");
        failing.on(many);
        failing.on(new SignInsFailing(UUID.randomUUID(), "local", null, "5fd8"));

        assertThat(findings.of(account)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo("failures");
            assertThat(one.count()).isOne();
        });
        assertThat(switchboard.findings(Subject.SYSTEM, PageRequest.first(10)).items())
                .filteredOn(one -> one.accountId() == null)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.network()).isEqualTo("5fd8");
                    assertThat(one.count()).isEqualTo(2);
                });
    }

    private SessionOpened signIn(UUID account, String network, int minute) {
        SessionOpened event = new SessionOpened(UUID.randomUUID(), account, "local", network);
        new Findings(tx, Clock.fixed(NOW.plus(Duration.ofMinutes(minute)), ZoneOffset.UTC)).on(event);
        return event;
    }
}
