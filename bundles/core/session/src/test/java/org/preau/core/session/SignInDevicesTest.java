package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.signin.DeviceNoticed;
import org.preau.api.signin.SessionEnded;
import org.preau.api.signin.SignInDevices;
import org.preau.api.signin.SignInDevices.Device;
import org.preau.testkit.Exchange;

/** The browsers in which somebody signs in: known again, noticed when new, taken away. */
class SignInDevicesTest extends SessionWorld {
    private SignInDevices devices;

    @BeforeEach
    void accept() {
        devices = node.devices;
        node.desk.acceptCharter(teacher.id());
    }

    @Test
    void tellsNothingOfTheFirstDeviceAndNoticesTheSecond() throws IOException {
        Exchange first = signIn(fresh());
        assertThat(noticed()).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        signIn(fresh());

        assertThat(noticed()).containsExactly(teacher.id());
        assertThat(devices.of(teacher.id()))
                .extracting(Device::name, Device::unconfirmed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Firefox, Linux", true),
                        org.assertj.core.groups.Tuple.tuple("Firefox, Linux", false));
        assertThat(devices.known(Exchange.get("/signin").after(first).request(), teacher.id()))
                .isTrue();
        assertThat(devices.known(fresh().request(), teacher.id())).isFalse();
    }

    @Test
    void knowsABrowserAgainForEachAccountByItself() throws IOException {
        Account other = directory.account(Profile.HEAD, AccountState.ACTIVE, directory.north);
        Exchange first = signIn(fresh());
        signIn(Exchange.post("/signin/local").after(first));

        assertThat(devices.of(teacher.id())).hasSize(1);
        assertThat(devices.known(Exchange.get("/signin").after(first).request(), other.id()))
                .isFalse();
    }

    @Test
    void isConfirmedOrForgottenByItsOwnerOnly() throws IOException {
        signIn(fresh());
        clock.pass(Duration.ofMinutes(1));
        Exchange second = signIn(fresh());
        UUID device = devices.of(teacher.id()).get(0).id();
        Subject stranger = new Subject(UUID.randomUUID(), UUID.randomUUID(), Profile.HEAD, directory.north.id());

        devices.confirm(stranger, device);
        devices.forget(stranger, device);
        assertThat(devices.of(teacher.id()).get(0).unconfirmed()).isTrue();

        devices.confirm(owner(second), device);
        assertThat(devices.of(teacher.id())).noneMatch(Device::unconfirmed);

        devices.forget(owner(second), device);
        assertThat(devices.of(teacher.id())).hasSize(1);
        assertThat(current(second)).isEmpty();
        assertThat(node.events).anyMatch(SessionEnded.class::isInstance);
        assertThat(node.audited).anyMatch(line -> line.startsWith("session.device-forget"));
        assertThat(devices.known(Exchange.get("/signin").after(second).request(), teacher.id()))
                .isFalse();
    }

    @Test
    void keepsTheSessionsOfTheOtherDevices() throws IOException {
        Exchange first = signIn(fresh());
        clock.pass(Duration.ofMinutes(1));
        Exchange second = signIn(fresh());

        devices.forget(owner(first), devices.of(teacher.id()).get(0).id());

        assertThat(current(second)).isEmpty();
        assertThat(current(first)).isPresent();
    }

    @Test
    void keepsNothingOfPupils() throws IOException {
        Account pupil = directory.account(Profile.STUDENT, AccountState.ACTIVE, directory.north);

        Exchange in = node.proven(fresh(), pupil.id(), null);

        assertThat(devices.of(pupil.id())).isEmpty();
        assertThat(in.answeredCookies())
                .extracting(jakarta.servlet.http.Cookie::getName)
                .doesNotContain("preau_device");
    }

    @Test
    void tellsThreeTimesADayAtMostAndKeepsThirtyDevices() throws IOException {
        for (int i = 0; i < 34; i++) {
            clock.pass(Duration.ofSeconds(1));
            signIn(fresh());
        }

        assertThat(noticed()).hasSize(3);
        assertThat(devices.of(teacher.id())).hasSize(30);
    }

    private List<UUID> noticed() {
        return node.events.stream()
                .filter(DeviceNoticed.class::isInstance)
                .map(event -> ((DeviceNoticed) event).accountId())
                .toList();
    }

    private static Exchange fresh() {
        return Exchange.post("/signin/local")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    private Exchange signIn(Exchange exchange) throws IOException {
        return node.proven(exchange, teacher.id(), null);
    }

    private Subject owner(Exchange signedIn) {
        return current(signedIn).orElseThrow().subject();
    }
}
