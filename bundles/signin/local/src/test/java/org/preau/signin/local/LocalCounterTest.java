package org.preau.signin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.console.CommandCall;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.ActivationSheets.Card;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.signin.local.command.AccountCreateCommand;
import org.preau.signin.local.command.ActivationSheetsCommand;

class LocalCounterTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final String GOOD = "lampe-verte-ocean-nuage";
    private static Tx tx;

    private final SmallSchool school = new SmallSchool();
    private final Ticking clock = new Ticking();
    private Counter counter;
    private Account teacher;

    @BeforeAll
    static void open() {
        tx = DATABASE.tx(new LocalUnit());
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void wire() {
        tx.writeSql(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(
                        "truncate signin_local.credential, signin_local.attempt, signin_local.step");
            }
        });
        counter = counter(Map.of());
        teacher = school.account("ada.martinez", Profile.TEACHER, AccountState.ACTIVE);
        counter.passwords.set(Subject.SYSTEM, teacher.id(), GOOD);
    }

    // --- login and password

    @Test
    void signsInWithLoginInAnyCaseAndPassword() throws IOException {
        assertThat(counter.signIn(" Ada.Martinez ", GOOD).status).isEqualTo(303);
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
        Exchange foreign =
                Exchange.post("/signin/local").with("username", "ada.martinez").with("password", GOOD);

        assertThat(counter.send(foreign).status).isEqualTo(403);
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
            assertThat(unknown.status).isEqualTo(wrong.status).isEqualTo(403);
            assertThat(unknown.body).isEqualTo(wrong.body);
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

        assertThat(closed.status).isEqualTo(wrong.status);
        assertThat(closed.body).isEqualTo(wrong.body);
        assertThat(counter.signedIn).isEmpty();
        clock.pass(Duration.ofSeconds(31));
        assertThat(counter.signIn("ada.martinez", GOOD).status).isEqualTo(303);
    }

    @Test
    void gainsNothingByGuessingAllAtOnce() throws Exception {
        List<Callable<Integer>> guesses = new java.util.ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String guess = i == 23 ? GOOD : "wrong-password-" + i;
            guesses.add(() -> counter.signIn("ada.martinez", guess).status);
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

        assertThat(counter.signIn("ada.martinez", GOOD).status).isEqualTo(429);
        clock.pass(Duration.ofMinutes(11));
        assertThat(counter.signIn("ada.martinez", GOOD).status).isEqualTo(303);
    }

    @Test
    void asksToTryAgainWithoutDatabase() throws IOException {
        Exchange post = Exchange.post("/signin/local")
                .with("csrf", "ours")
                .with("username", "a")
                .with("password", "b");

        counter.send(post, new LocalDesks(null));

        assertThat(post.status).isEqualTo(503);
        assertThat(post.headers).containsKey("Retry-After");
    }

    @Test
    @Requirement("322C")
    void letsOnlyConfiguredProfilesIn() throws IOException {
        counter = counter(Map.of("profiles", "TERRITORY, guest"));

        Exchange refused = counter.signIn("ada.martinez", GOOD);

        assertThat(refused.status).isEqualTo(403);
        assertThat(refused.body).contains("l'autre façon de vous connecter");
        assertThat(counter.signedIn).isEmpty();
        assertThatThrownBy(() -> counter(Map.of("profiles", "TEACHERS")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TEACHERS");
    }

    // --- activation

    @Test
    @Requirement("44A")
    void activatesAdultWithCodeOfHisSheetOnce() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        String code = card(guardian).code();

        Exchange done = counter.activate("paul.martinez", code.toLowerCase().replace("-", " "), GOOD);

        assertThat(done.status).isEqualTo(303);
        assertThat(counter.signedIn).containsExactly(guardian.id());
        assertThat(counter.audited).contains("signin.activate account:" + guardian.id());
        assertThat(counter.activate("paul.martinez", code, "autre-longue-phrase").status)
                .isEqualTo(403);
        assertThat(counter.signIn("paul.martinez", GOOD).status).isEqualTo(303);
    }

    @Test
    void leadsWhoTypesHisCodeAsPasswordToActivation() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        String code = card(guardian).code();

        Exchange page = counter.signIn("paul.martinez", code);

        assertThat(page.status).isEqualTo(200);
        assertThat(page.body)
                .contains("action=\"/signin/local/activate\"")
                .contains("value=\"paul.martinez\"")
                .contains("value=\"" + code + "\"");
        assertThat(counter.signedIn).isEmpty();
    }

    @Test
    void answersUnknownLoginAsWrongCode() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        card(guardian);

        String wrong = counter.activate("paul.martinez", "AAAA-BBBB", GOOD).body;

        for (String login : List.of("nobody.here.xx", "ada.martinez")) {
            Exchange unknown = counter.activate(login, "AAAA-BBBB", GOOD);
            assertThat(unknown.status).isEqualTo(403);
            assertThat(unknown.body.replace(login, "paul.martinez")).isEqualTo(wrong);
        }
    }

    @Test
    void guardsCodesAgainstGuessing() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        String code = card(guardian).code();
        for (int i = 0; i < 6; i++) {
            counter.activate("paul.martinez", "AAAA-BBBB", GOOD);
        }

        assertThat(counter.activate("paul.martinez", code, GOOD).status).isEqualTo(403);
        assertThat(counter.signedIn).isEmpty();
    }

    @Test
    void refusesWeakPasswordsWithReasonBesideField() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        String code = card(guardian).code();

        for (var weak : Map.of(
                        "court", "trop court",
                        "ada-mange-des-pommes", "votre nom",
                        "Azertyuiop123!", "en premier",
                        "111111111111111", "en premier")
                .entrySet()) {
            Exchange again = counter.activate("paul.martinez", code, weak.getKey());
            assertThat(again.status).isEqualTo(400);
            assertThat(again.body)
                    .contains(weak.getValue())
                    .contains("href=\"#activate-password\"")
                    .contains("aria-invalid=\"true\"")
                    .doesNotContain("value=\"" + weak.getKey());
        }
        assertThat(counter.activate("paul.martinez", code, GOOD).status).isEqualTo(303);
    }

    @Test
    void takesActivationFormsOfThisPortalOnly() throws IOException {
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        String code = card(guardian).code();

        Exchange foreign = counter.send(Exchange.post("/signin/local/activate")
                .with("username", "paul.martinez")
                .with("code", code)
                .with("password", GOOD)
                .with("password2", GOOD));

        assertThat(foreign.status).isEqualTo(403);
        assertThat(counter.signedIn).isEmpty();
    }

    @Test
    void wantsSamePasswordTwice() throws IOException {
        Exchange differ = counter.send(Exchange.post("/signin/local/activate")
                .with("csrf", "ours")
                .with("password", GOOD)
                .with("password2", GOOD + "x"));

        assertThat(differ.status).isEqualTo(400);
        assertThat(differ.body).contains("ne sont pas les mêmes");
    }

    @Test
    void tellsWhomToAskForLostPassword() throws IOException {
        assertThat(counter.send(Exchange.get("/signin/local/forgotten")).body).contains("trois mots");
    }

    // --- sheets

    @Test
    void givesPupilPassphraseThatHeCanTypeAnyhow() throws IOException {
        Account pupil = school.account("emma.martinez", Profile.STUDENT, AccountState.INACTIVE);
        Card card = card(pupil);

        assertThat(card.code()).isNull();
        assertThat(card.passphrase().split(" ")).hasSize(3);
        assertThat(counter.signIn(
                                "emma.martinez", card.passphrase().toUpperCase().replace(" ", "-"))
                        .status)
                .isEqualTo(303);
        school.state(pupil.id(), AccountState.ACTIVE);
        assertThat(card(pupil).passphrase()).isEqualTo(card.passphrase());
    }

    @Test
    void printsCardsByClassAndLeavesOutActiveAdults() throws IOException {
        school.account("emma.martinez", Profile.STUDENT, AccountState.INACTIVE);
        Account guardian = school.account("paul.martinez", Profile.GUARDIAN, AccountState.INACTIVE);
        school.child(guardian, "Emma");
        school.account("head.person", Profile.HEAD, AccountState.INACTIVE);
        school.account("gone.person", Profile.GUARDIAN, AccountState.LEAVING);

        List<Card> cards = counter.sheets.cards(Subject.SYSTEM, school.school.id(), Optional.empty());
        String html = counter.sheets.html(Subject.SYSTEM, school.school.id(), Optional.of("cp a"));

        assertThat(cards).extracting(Card::login).containsExactly("emma.martinez", "paul.martinez", "head.person");
        assertThat(cards.get(1).children()).containsExactly("Emma");
        assertThat(html)
                .contains("paul.martinez", cards.get(1).code(), cards.get(0).passphrase())
                .contains("Famille de Emma", "https://ent.example", "CP A : Familles")
                .contains("École &lt;du&gt; Nord")
                .doesNotContain("head.person");
        assertThat(counter.audited).contains("signin.sheets structure:" + school.school.id());
    }

    @Test
    void printsSheetsForWhomItIsAllowedOnly() {
        Subject by = new Subject(teacher.id(), teacher.personId(), Profile.TEACHER, school.school.id());
        counter.allowed.add(Scope.schoolClass(school.cp.id()));

        assertThat(counter.sheets.cards(by, school.school.id(), Optional.of("CP A")))
                .isEmpty();
        assertThatThrownBy(() -> counter.sheets.cards(by, school.school.id(), Optional.empty()))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> counter.sheets.cards(by, school.school.id(), Optional.of("CM2")))
                .isInstanceOf(PortalException.class);
    }

    // --- help for who lost his password

    @Test
    void teacherOfClassGivesPupilAnotherPassphrase() throws IOException {
        Account pupil = school.account("emma.martinez", Profile.STUDENT, AccountState.ACTIVE);
        String old = card(pupil).passphrase();
        Subject by = new Subject(teacher.id(), teacher.personId(), Profile.TEACHER, school.school.id());

        assertThatThrownBy(() -> counter.passwords.resetPupil(by, pupil.id())).isInstanceOf(PortalException.class);
        counter.allowed.add(Scope.schoolClass(school.cp.id()));
        String fresh = counter.passwords.resetPupil(by, pupil.id());

        assertThat(counter.signIn("emma.martinez", old).status).isEqualTo(403);
        assertThat(counter.signIn("emma.martinez", fresh).status).isEqualTo(303);
        assertThat(counter.revoked).contains(pupil.id());
        assertThat(counter.audited).contains("signin.reset-pupil account:" + pupil.id());
        assertThatThrownBy(() -> counter.passwords.resetPupil(by, teacher.id())).isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> counter.passwords.set(by, pupil.id(), GOOD)).isInstanceOf(PortalException.class);
    }

    @Test
    void newCodeMakesOldPasswordVoid() throws IOException {
        String code = counter.passwords.renewCode(Subject.SYSTEM, teacher.id());

        assertThat(counter.signIn("ada.martinez", GOOD).status).isEqualTo(403);
        assertThat(counter.activate("ada.martinez", code, "nouvelle-longue-phrase").status)
                .isEqualTo(303);
        assertThat(counter.signIn("ada.martinez", "nouvelle-longue-phrase").status)
                .isEqualTo(303);
    }

    // --- commands

    @Test
    void commandMakesAccountReadyForUse(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("password"), GOOD + "\n");

        int status = create(folder, "zoe.durand", "--password-file", "password", "--active");

        assertThat(status).isZero();
        Account made = school.byLogin("zoe.durand").orElseThrow();
        assertThat(made.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(counter.charters).containsExactly(made.id());
        assertThat(counter.signIn("zoe.durand", GOOD).status).isEqualTo(303);
    }

    @Test
    void commandGivesCodeWherePasswordIsMissing(@TempDir Path folder) throws Exception {
        assertThat(create(folder, "zoe.durand")).isZero();
        assertThat(printed).contains("code: ").contains("state: INACTIVE");
        assertThatThrownBy(() -> create(folder, "zoe.durand", "--active")).isInstanceOf(MisusedCommandException.class);
        assertThatThrownBy(() -> create(folder, "zoe.durand")).isInstanceOf(PortalException.class);
    }

    @Test
    void commandWritesSheetsThatOnlyTheirOwnerReads(@TempDir Path folder) throws Exception {
        school.account("emma.martinez", Profile.STUDENT, AccountState.INACTIVE);
        var command = new ActivationSheetsCommand(counter.sheets, school.structures());

        int status = command.run(CommandCall.read(
                command.spec(), List.of("0770001A", "--out", "sheets.html"), folder, System.out, System.err));

        assertThat(status).isZero();
        assertThat(Files.readString(folder.resolve("sheets.html"))).contains("emma.martinez");
        assertThat(Files.getPosixFilePermissions(folder.resolve("sheets.html"))).hasSize(2);
    }

    private String printed = "";

    private int create(Path folder, String login, String... more) throws Exception {
        var command = new AccountCreateCommand(
                tx, school.accounts(), school.structures(), counter.credentials, counter.passwords, counter.signIns);
        List<String> words = new java.util.ArrayList<>(List.of(
                login, "--profile", "teacher", "--uai", "0770001A", "--first-name", "Zoé", "--last-name", "Durand"));
        words.addAll(List.of(more));
        var out = new ByteArrayOutputStream();
        int status = command.run(CommandCall.read(
                command.spec(), words, folder, new PrintStream(out, true, StandardCharsets.UTF_8), System.err));
        printed = out.toString(StandardCharsets.UTF_8);
        return status;
    }

    /** A counter whose hashes cost little, so that the tests are quick. */
    private Counter counter(Map<String, Object> settings) {
        Map<String, Object> all = new java.util.HashMap<>(Map.of("argon2_memory_kib", 256));
        all.putAll(settings);
        return new Counter(tx, school, clock, all);
    }

    private Card card(Account account) {
        return counter.sheets.cards(Subject.SYSTEM, school.school.id(), Optional.of("CP A")).stream()
                .filter(card -> card.accountId().equals(account.id()))
                .findFirst()
                .orElseThrow();
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
