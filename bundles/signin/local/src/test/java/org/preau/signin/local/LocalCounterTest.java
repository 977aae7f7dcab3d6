package org.preau.signin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.AccountState;
import org.preau.testkit.Exchange;

/** Login and password. */
class LocalCounterTest extends LocalCounterWorld {
    @Test
    void signsInWithLoginInAnyCaseAndPassword() throws IOException {
        assertThat(counter.signIn(" Ada.Martinez ", GOOD).status()).isEqualTo(303);
        assertThat(counter.signedIn).containsExactly(teacher.id());
    }

    @Test
    void keepsOnlyHashOfPassword() throws Exception {
        String row = tx.readSql(connection -> {
            try (var rows =
                    connection.createStatement().executeQuery("select c::text from signin_local.credential c")) {
                rows.next();
                return rows.getString(1);
            }
        });

        assertThat(row).contains("$argon2id$v=19$m=256,t=2,p=1$").doesNotContain(GOOD);
    }

    @Test
    void takesFormsOfThisPortalOnly() throws IOException {
        Exchange foreign = Exchange.post("/signin/local")
                .parameter("username", "ada.martinez")
                .parameter("password", GOOD);

        assertThat(counter.send(foreign).status()).isEqualTo(403);
        assertThat(counter.signedIn).isEmpty();
    }

    @Test
    void answersUnknownLoginAsWrongPasswordInWordsAndTime() throws IOException {
        counter = counter(Map.of("argon2_memory_kib", 19_456));
        counter.passwords.set(Subject.SYSTEM, teacher.id(), GOOD);
        school.account("never.seen", Profile.TEACHER, AccountState.INACTIVE);
        Exchange wrong = counter.signIn("ada.martinez", "not-the-password");
        long known = fastest("ada.martinez");

        for (String login : List.of("nobody.here", "never.seen")) {
            Exchange unknown = counter.signIn(login, "not-the-password");
            assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(403);
            assertThat(unknown.body()).isEqualTo(wrong.body());
            assertThat(fastest(login)).isGreaterThan(known / 2);
        }
    }

    @Test
    void closesLoginAfterFailuresWithoutTellingAndOpensItWithTime() throws IOException {
        Exchange wrong = counter.signIn("ada.martinez", "wrong-password-0");
        for (int i = 1; i < 6; i++) {
            counter.signIn("ada.martinez", "wrong-password-" + i);
        }

        Exchange closed = counter.signIn("ada.martinez", GOOD);

        assertThat(closed.status()).isEqualTo(wrong.status());
        assertThat(closed.body()).isEqualTo(wrong.body());
        assertThat(counter.signedIn).isEmpty();
        clock.pass(Duration.ofSeconds(31));
        assertThat(counter.signIn("ada.martinez", GOOD).status()).isEqualTo(303);
    }

    @Test
    void gainsNothingByGuessingAllAtOnce() throws Exception {
        List<Callable<Integer>> guesses = new java.util.ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String guess = i == 23 ? GOOD : "wrong-password-" + i;
            guesses.add(() -> counter.signIn("ada.martinez", guess).status());
        }
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (var answer : pool.invokeAll(guesses)) {
                assertThat(answer.get()).isIn(403, 503);
            }
        } finally {
            pool.shutdown();
        }
        int failures = tx.readSql(connection -> {
            try (var rows = connection
                    .createStatement()
                    .executeQuery("select max(failures) from signin_local.attempt where key like 'login:%'")) {
                rows.next();
                return rows.getInt(1);
            }
        });
        assertThat(failures).isEqualTo(6);
    }

    @Test
    void tellsAddressThatTriesTooMuch() throws IOException {
        counter = counter(Map.of("address_failures", 3));
        for (int i = 0; i < 3; i++) {
            counter.signIn("somebody" + i, "wrong-password");
        }

        assertThat(counter.signIn("ada.martinez", GOOD).status()).isEqualTo(429);
        clock.pass(Duration.ofMinutes(11));
        assertThat(counter.signIn("ada.martinez", GOOD).status()).isEqualTo(303);
    }

    @Test
    void asksToTryAgainWithoutDatabase() throws IOException {
        Exchange post = Exchange.post("/signin/local")
                .parameter("csrf", "ours")
                .parameter("username", "a")
                .parameter("password", "b");

        counter.send(post, new LocalDesks(null));

        assertThat(post.status()).isEqualTo(503);
        assertThat(post.answer("Retry-After")).isNotNull();
    }

    @Test
    @Requirement("322C")
    void letsOnlyConfiguredProfilesIn() throws IOException {
        counter = counter(Map.of("profiles", "TERRITORY, guest"));

        Exchange refused = counter.signIn("ada.martinez", GOOD);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("l'autre façon de vous connecter");
        assertThat(counter.signedIn).isEmpty();
        assertThatThrownBy(() -> counter(Map.of("profiles", "TEACHERS")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TEACHERS");
    }

    /** Nanoseconds of processor, so that a busy machine changes nothing, of the cheapest of three wrong attempts: the password is hashed on the caller's thread. */
    private long fastest(String login) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = threads.getCurrentThreadCpuTime();
            counter.signIn(login, "not-the-password");
            fastest = Math.min(fastest, threads.getCurrentThreadCpuTime() - start);
        }
        return fastest;
    }
}
