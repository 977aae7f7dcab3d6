package org.preau.signin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.app.HomeNotice;
import org.preau.api.app.UserContext;
import org.preau.api.base.Requirement;
import org.preau.api.signin.SignInDevices;
import org.preau.api.signin.SignInDevices.Device;
import org.preau.testkit.Exchange;
import org.preau.testkit.StandIn;

/** A sign-in by a browser never seen for the account. */
class NewDeviceTest extends AdministratorWorld {
    private final List<String> acts = new ArrayList<>();
    private final UUID device = UUID.randomUUID();
    private boolean known;
    private boolean unconfirmed = true;

    @BeforeEach
    void optional() {
        counter = administered(Map.of("second_factor", "optional"));
        counter.devices = devices();
        counter.mailbox.open = true;
        school.email = "ada.martinez@ac-example.fr";
    }

    @Test
    @Requirement("611D")
    void asksAnAdministratorForACodeFromHisMailboxWhereFactorsAreOptional() throws IOException {
        assertThat(counter.signIn("ada.martinez", GOOD).location()).isEqualTo("/signin/local/factor");
        assertThat(counter.signedIn).isEmpty();

        known = true;
        counter.signIn("ada.martinez", GOOD);
        assertThat(counter.signedIn).containsExactly(admin.id());
    }

    @Test
    void letsInWhoHoldsNoGrantOrHasNoMailbox() throws IOException {
        school.email = "";
        counter.signIn("ada.martinez", GOOD);
        school.email = "ada.martinez@ac-example.fr";
        counter.grants.clear();
        counter.signIn("ada.martinez", GOOD);

        assertThat(counter.signedIn).containsExactly(admin.id(), admin.id());
    }

    @Test
    void isToldOnTheHomePageUntilItIsAnswered() {
        DeviceNotices notices = new DeviceNotices(devices());

        assertThat(notices.of(new UserContext(session(), Locale.FRENCH)))
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains("Firefox, Linux", "Était-ce vous"))
                .extracting(HomeNotice::path)
                .isEqualTo("/signin/local/security");
        unconfirmed = false;
        assertThat(notices.of(new UserContext(session(), Locale.FRENCH))).isEmpty();
    }

    @Test
    void isListedAndAnsweredOnTheSecurityPageWithoutAPassword() throws IOException {
        counter.session = Optional.of(session());

        assertThat(counter.send(Exchange.get("/signin/local/security")).body())
                .contains("Firefox, Linux", "était-ce vous", "value=\"device-forget\"");
        act("device-known", device.toString());
        act("device-forget", device.toString());
        act("device-forget", "'; drop table");
        act("device-other", device.toString());

        assertThat(acts).containsExactly("confirm " + device, "forget " + device);
    }

    private void act(String act, String which) throws IOException {
        assertThat(counter.send(Exchange.post("/signin/local/security")
                                .parameter("csrf", "ours")
                                .parameter("act", act)
                                .parameter("which", which))
                        .location())
                .isEqualTo("/signin/local/security");
    }

    private SignInDevices devices() {
        return StandIn.of(SignInDevices.class, (method, arguments) -> switch (method) {
            case "known" -> known;
            case "of" ->
                List.of(new Device(device, "Firefox, Linux", "local", Instant.EPOCH, Instant.EPOCH, unconfirmed));
            default -> {
                acts.add(method + " " + arguments[1]);
                yield null;
            }
        });
    }
}
