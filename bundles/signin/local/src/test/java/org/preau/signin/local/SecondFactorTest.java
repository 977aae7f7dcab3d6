package org.preau.signin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.signin.local.factor.Factory;
import org.preau.testkit.Exchange;

/** The second factor of administrators: codes of an app, recovery codes, and how they are added and removed. */
class SecondFactorTest extends AdministratorWorld {
    @Test
    @Requirement("611D")
    void administratorAddsFactorBeforeAnySession() throws IOException {
        Exchange password = counter.signIn("ada.martinez", GOOD);
        assertThat(password.location()).isEqualTo("/signin/local/enrol");
        assertThat(counter.signedIn).isEmpty();

        Exchange page = counter.send(Exchange.get("/signin/local/enrol").after(password));
        Exchange added = post(password, "/signin/local/enrol", "app", code(page));
        assertThat(codesOf(added.body())).hasSize(10);
        assertThat(counter.signedIn).isEmpty();

        post(password, "/signin/local/enrol", "enter", "");
        assertThat(counter.signedIn).containsExactly(admin.id());
    }

    @Test
    void codeOfAppCountsOnceAndOnlyNow() throws IOException {
        String secret = enrolled();
        Exchange password = counter.signIn("ada.martinez", GOOD);
        assertThat(password.location()).isEqualTo("/signin/local/factor");
        assertThat(post(password, "/signin/local/factor", "code", Factory.codeOf(secret, clock))
                        .status())
                .as("the code that added the app is used up")
                .isEqualTo(403);

        clock.pass(Duration.ofSeconds(60));
        String fresh = Factory.codeOf(secret, clock);
        clock.pass(Duration.ofSeconds(30));
        assertThat(post(password, "/signin/local/factor", "code", fresh).status())
                .as("one step of skew")
                .isEqualTo(303);
        Exchange again = counter.signIn("ada.martinez", GOOD);
        assertThat(post(again, "/signin/local/factor", "code", fresh).status()).isEqualTo(403);
        clock.pass(Duration.ofSeconds(90));
        String old = Factory.codeOf(secret, clock);
        clock.pass(Duration.ofSeconds(61));
        assertThat(post(again, "/signin/local/factor", "code", old).status()).isEqualTo(403);
        assertThat(counter.signedIn).hasSize(1);
    }

    @Test
    void wrongCodesCloseFactorForWhile() throws IOException {
        String secret = enrolled();
        clock.pass(Duration.ofMinutes(2));
        Exchange password = counter.signIn("ada.martinez", GOOD);
        for (int i = 0; i < 7; i++) {
            post(password, "/signin/local/factor", "code", "00000" + i);
        }
        assertThat(post(password, "/signin/local/factor", "code", Factory.codeOf(secret, clock))
                        .status())
                .isEqualTo(403);
        clock.pass(Duration.ofMinutes(5));
        assertThat(post(password, "/signin/local/factor", "code", Factory.codeOf(secret, clock))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void recoveryCodeCountsOnce() throws IOException {
        Exchange start = counter.signIn("ada.martinez", GOOD);
        Exchange page = counter.send(Exchange.get("/signin/local/enrol").after(start));
        List<String> codes =
                codesOf(post(start, "/signin/local/enrol", "app", code(page)).body());
        String first = codes.get(0).toLowerCase(java.util.Locale.ROOT);

        assertThat(post(counter.signIn("ada.martinez", GOOD), "/signin/local/factor", "code", first)
                        .status())
                .isEqualTo(303);
        assertThat(post(counter.signIn("ada.martinez", GOOD), "/signin/local/factor", "code", first)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void stepBelongsToItsBrowserAndEndsWithUseOrTime() throws IOException {
        String secret = enrolled();
        clock.pass(Duration.ofMinutes(2));
        Exchange password = counter.signIn("ada.martinez", GOOD);
        String code = Factory.codeOf(secret, clock);

        Exchange stranger = counter.send(Exchange.post("/signin/local/factor")
                .parameter("csrf", "ours")
                .parameter("act", "code")
                .parameter("code", code));
        assertThat(stranger.location()).isEqualTo("/signin");
        assertThat(counter.send(Exchange.post("/signin/local/factor")
                                .after(password)
                                .parameter("act", "code")
                                .parameter("code", code))
                        .status())
                .as("a form of somebody else's")
                .isEqualTo(403);
        assertThat(post(password, "/signin/local/factor", "code", code).status())
                .isEqualTo(303);
        assertThat(post(password, "/signin/local/factor", "code", code).location())
                .isEqualTo("/signin");
        assertThat(counter.signedIn).hasSize(1);

        Exchange late = counter.signIn("ada.martinez", GOOD);
        clock.pass(Duration.ofMinutes(16));
        assertThat(post(late, "/signin/local/factor", "code", Factory.codeOf(secret, clock))
                        .location())
                .isEqualTo("/signin");
    }

    @Test
    void nobodyEntersByEnrolmentOnceFactorIsThere() throws IOException {
        enrolled();
        Exchange password = counter.signIn("ada.martinez", GOOD);
        assertThat(post(password, "/signin/local/enrol", "enter", "").location())
                .isEqualTo("/signin");
        assertThat(post(password, "/signin/local/enrol", "app", "123456").location())
                .isEqualTo("/signin");
        assertThat(post(password, "/signin/local/factor", "mail", "").status()).isEqualTo(429);
        assertThat(counter.signedIn).isEmpty();
    }

    @Test
    void othersAreNotAskedUnlessTheyWantedIt() throws IOException {
        counter.grants.clear();
        Account pupil = school.account("leo.petit", Profile.STUDENT, AccountState.ACTIVE);
        counter.passwords.set(Subject.SYSTEM, pupil.id(), GOOD);
        counter.signIn("ada.martinez", GOOD);
        counter.signIn("leo.petit", GOOD);
        assertThat(counter.signedIn).containsExactly(admin.id(), pupil.id());
    }

    @Test
    void optionalLetsAdministratorsInByPassword() throws IOException {
        Counter relaxed = new Counter(tx, school, clock, Map.of("second_factor", "optional"));
        relaxed.grants.addAll(counter.grants);
        relaxed.signIn("ada.martinez", GOOD);
        assertThat(relaxed.signedIn).containsExactly(admin.id());
    }

    @Test
    void ownerSeesAndRemovesFactorsWithHisPasswordOnly() throws IOException {
        enrolled();
        counter.session = Optional.of(session());
        assertThat(counter.send(Exchange.get("/signin/local/security")).body()).contains("Application de codes");

        assertThat(remove("wrong").status()).isEqualTo(403);
        assertThat(counter.factors.steps().of(admin.id()).any()).isTrue();
        remove(GOOD);
        assertThat(counter.factors.steps().of(admin.id()).any()).isFalse();
        assertThat(counter.audited).contains("signin.factor-remove account:" + admin.id());
    }

    private Exchange remove(String password) throws IOException {
        return counter.send(Exchange.post("/signin/local/security")
                .parameter("csrf", "ours")
                .parameter("act", "remove")
                .parameter("which", "app")
                .parameter("password", password));
    }

    /** Adds an app; gives its secret. */
    private String enrolled() throws IOException {
        Exchange start = counter.signIn("ada.martinez", GOOD);
        Exchange page = counter.send(Exchange.get("/signin/local/enrol").after(start));
        post(start, "/signin/local/enrol", "app", code(page));
        return secretOf(page);
    }

    private String code(Exchange page) {
        return Factory.codeOf(secretOf(page), clock);
    }

    private static String secretOf(Exchange page) {
        Matcher found = Pattern.compile("class=\"secret\">([^<]+)<").matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static List<String> codesOf(String body) {
        List<String> codes = new ArrayList<>();
        Matcher found = Pattern.compile("<li>([A-Z0-9]{5}-[A-Z0-9]{5})</li>").matcher(body);
        while (found.find()) {
            codes.add(found.group(1));
        }
        return codes;
    }
}
