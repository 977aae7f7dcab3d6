package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Ids;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.AccountStateChanged;
import org.preau.api.directory.Child;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SessionChanged;
import org.preau.api.signin.SessionEnded;
import org.preau.api.signin.SignInCounter;
import org.preau.api.signin.SignInsRevoked;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.Exchange;
import org.preau.testkit.FakeSettings;
import org.preau.testkit.SettableClock;

class SessionsTest {
    private static TestDatabase database;
    private static Tx tx;

    @TempDir
    Path etc;

    private final SmallDirectory directory = new SmallDirectory();
    private final SettableClock clock = new SettableClock();
    private Node node;
    private Account teacher;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new SessionUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void wire() {
        tx.writeSql(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.executeUpdate(
                        "truncate session.portal_session, session.charter_acceptance, session.last_context");
            }
        });
        node = node(Map.of());
        teacher = directory.account(Profile.TEACHER, AccountState.ACTIVE, directory.north);
    }

    // --- signing in

    @Test
    void opensSessionWithCookieThatScriptsAndOtherSitesCannotUse() throws IOException {
        Exchange in = signedIn(teacher, "/app/news");

        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/app/news");
        var cookie = in.answeredCookie("preau");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getValue()).hasSize(43);
        PortalSession session = current(in).orElseThrow();
        assertThat(session.accountId()).isEqualTo(teacher.id());
        assertThat(session.context().uai()).isEqualTo("0770001A");
        assertThat(node.audited).anyMatch(line -> line.startsWith("session.open account:" + teacher.id()));
    }

    @Test
    void keepsNoTokenInDatabase() throws IOException {
        String token = signedIn(teacher, null).answeredCookie("preau").getValue();

        String stored = tx.readSql(connection -> text(connection, "select s::text from session.portal_session s"));

        assertThat(stored)
                .doesNotContain(token)
                .contains(new SessionToken(token).hash().hex());
    }

    @Test
    void givesNewTokenAtEachSignInAndEndsEarlierSessionOfBrowser() throws IOException {
        Exchange first = signedIn(teacher, null);
        Exchange second = node.proven(Exchange.post("/signin/local").after(first), teacher.id(), null);

        assertThat(second.answeredCookie("preau").getValue())
                .isNotEqualTo(first.answeredCookie("preau").getValue());
        assertThat(current(first)).isEmpty();
        assertThat(current(second)).isPresent();
    }

    @Test
    void neverAdoptsTokenThatBrowserBrings() throws IOException {
        String planted = SessionToken.next().text();
        node.desk.acceptCharter(teacher.id());

        Exchange in = node.proven(Exchange.post("/signin/local").cookie("preau", planted), teacher.id(), null);

        assertThat(in.answeredCookie("preau").getValue()).isNotEqualTo(planted);
        assertThat(node.sessions.current(
                        Exchange.get("/").cookie("preau", planted).request()))
                .isEmpty();
    }

    @Test
    void discardsEarlierHttpSession() throws IOException {
        Exchange exchange = Exchange.post("/signin/local");
        exchange.inHttpSession();

        node.proven(exchange, teacher.id(), null);

        assertThat(exchange.hasHttpSession()).isFalse();
    }

    @Test
    void goesNowhereOutsidePortalAndNeverRoundInCircles() throws IOException {
        for (String wanted : List.of(
                "https://evil.example/",
                "//evil.example",
                "/signin",
                "/signin?return=/x",
                "/signout",
                "/signin/charter")) {
            assertThat(signedIn(teacher, wanted).location()).as(wanted).isEqualTo("/");
        }
        assertThat(signedIn(teacher, "/signing").location()).isEqualTo("/signing");
    }

    @Test
    @Requirement("44A")
    void activatesAccountAtFirstSignIn() throws IOException {
        Account pupil = directory.account(Profile.STUDENT, AccountState.INACTIVE, directory.north);

        assertThat(current(signedIn(pupil, null))).isPresent();
    }

    @Test
    void refusesBlockedLeavingAndHomelessAccounts() {
        Account blocked = directory.account(Profile.TEACHER, AccountState.BLOCKED, directory.north);
        Account leaving = directory.account(Profile.TEACHER, AccountState.LEAVING, directory.north);
        Account homeless = directory.account(Profile.TEACHER, AccountState.ACTIVE);

        for (Account account : List.of(blocked, leaving, homeless)) {
            assertThatThrownBy(() -> node.proven(Exchange.post("/signin/local"), account.id(), null))
                    .isInstanceOf(PortalException.class);
        }
        assertThat(node.sessions.list(PageRequest.first(10)).total()).isZero();
    }

    // --- the page

    @Test
    void showsFormOfCounterThatPlainClientCanPost() throws IOException {
        node.counters.bindCounter(new LocalCounter());

        Exchange page = node.signIn(Exchange.get("/signin?return=/app/news"), true);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("action=\"/signin/local\"")
                .contains("name=\"username\"")
                .contains("name=\"password\" type=\"password\"")
                .contains("name=\"return\" value=\"/app/news\"")
                .contains("name=\"csrf\" value=\"ours\"");
    }

    @Test
    void showsMessageAndKeepsLoginButNotPassword() throws IOException {
        node.counters.bindCounter(new LocalCounter());
        Exchange post =
                Exchange.post("/signin/local").parameter("username", "ada\"<b>").parameter("password", "secret-word");

        node.signIns(post, true).again(post.request(), post.response(), "local", "Mot de passe <i>faux</i>", 403);

        assertThat(post.status()).isEqualTo(403);
        assertThat(post.body())
                .contains("Mot de passe &lt;i&gt;")
                .contains("value=\"ada&quot;&lt;b&gt;\"")
                .doesNotContain("secret-word");
    }

    @Test
    @Requirement("75B-D")
    void saysWithoutDatabaseThatServiceIsInterruptedAndWhenItResumes() throws IOException {
        node = node(Map.of("resume_at", "2026-11-22T18:00"));
        node.counters.bindCounter(new LocalCounter());

        Exchange page = node.signIn(Exchange.get("/signin?return=/app/news"), false);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.answer("Retry-After")).isNotNull();
        assertThat(page.body())
                .contains("interrompu")
                .contains("dimanche 22 novembre à 18 h")
                .contains("%2Fapp%2Fnews")
                .doesNotContain("password");
    }

    @Test
    void staysUpWhenAnnouncedTimeIsNoTime() throws IOException {
        node = node(Map.of("resume_at", "ce soir"));

        assertThat(node.signIn(Exchange.get("/signin"), false).body()).contains("dans quelques minutes");
    }

    @Test
    void sendsSignedInUserOn() throws IOException {
        Exchange in = signedIn(teacher, null);

        assertThat(node.signIn(Exchange.get("/signin?return=/app/news").after(in), true)
                        .location())
                .isEqualTo("/app/news");
    }

    @Test
    void answersNothingBelowItsPath() {
        assertThatThrownBy(() -> node.signIn(Exchange.get("/signin/unknown"), true))
                .isInstanceOf(PortalException.class);
    }

    // --- charter

    @Test
    @Requirement("213")
    void asksForCharterBeforeUseAndRecordsItsVersion() throws IOException {
        Exchange in = node.proven(Exchange.post("/signin/local"), teacher.id(), "/app/news");

        assertThat(in.location()).isEqualTo("/signin/charter?return=%2Fapp%2Fnews");
        assertThat(current(in)).isEmpty();
        assertThat(node.signIn(Exchange.get("/signin").after(in), true).location())
                .isEqualTo("/signin/charter");
        Exchange page = node.charter(Exchange.get(in.location()).after(in));
        assertThat(page.body()).contains("ai lu la charte").contains("name=\"version\" value=\"1\"");

        Exchange accepted = node.charter(Exchange.post("/signin/charter")
                .after(in)
                .parameter("csrf", "ours")
                .parameter("version", "1")
                .parameter("return", "/app/news"));

        assertThat(accepted.location()).isEqualTo("/app/news");
        assertThat(current(in)).isPresent();
        assertThat(node.audited).contains("charter.accept account:" + teacher.id() + " {version=1}");
        String recorded = tx.readSql(connection -> text(
                connection, "select version || ' ' || extract(year from accepted) from session.charter_acceptance"));
        assertThat(recorded).isEqualTo("1 2026");
    }

    @Test
    @Requirement("213")
    void asksAgainWhenVersionOfCharterChanges() throws IOException {
        signedIn(teacher, null);
        node = node(Map.of("charter_version", "2"));

        Exchange in = node.proven(Exchange.post("/signin/local"), teacher.id(), null);

        assertThat(in.location()).isEqualTo("/signin/charter");
        assertThat(current(in)).isEmpty();
    }

    @Test
    @Requirement("213")
    void asksInRunningSessionsTooWithoutRestart() throws IOException {
        Exchange in = signedIn(teacher, null);
        assertThat(current(in)).isPresent();

        node.book.modified(FakeSettings.of(SessionConfig.class, Map.of("charter_version", "2")));
        node.desk.modified(FakeSettings.of(SessionConfig.class, Map.of("charter_version", "2")));

        assertThat(current(in)).isEmpty();
        assertThat(node.signIn(Exchange.get("/signin").after(in), true).location())
                .isEqualTo("/signin/charter");
    }

    @Test
    void doesNotTakeAcceptanceOfAnOlderVersionForTheNewOne() throws IOException {
        node = node(Map.of("charter_version", "2"));
        Exchange in = node.proven(Exchange.post("/signin/local"), teacher.id(), null);

        node.charter(
                Exchange.post("/signin/charter").after(in).parameter("csrf", "ours").parameter("version", "1"));

        assertThat(current(in)).isEmpty();
    }

    @Test
    void showsOperatorsOwnCharter() throws IOException {
        Files.writeString(etc.resolve("charter_fr.html"), "<p>La charte de l'académie</p>");
        Exchange in = node.proven(Exchange.post("/signin/local"), teacher.id(), null);

        assertThat(node.charter(Exchange.get("/signin/charter").after(in)).body())
                .contains("<p>La charte de l'académie</p>");
    }

    @Test
    void acceptsNoCharterFromAnotherSitesForm() throws IOException {
        Exchange in = node.proven(Exchange.post("/signin/local"), teacher.id(), null);

        assertThatThrownBy(() ->
                        node.charter(Exchange.post("/signin/charter").after(in).parameter("version", "1")))
                .isInstanceOf(PortalException.class);
        assertThat(current(in)).isEmpty();
    }

    // --- signing out

    @Test
    void endsSessionOnSignOutAndClearsCookie() throws IOException {
        Exchange in = signedIn(teacher, null);
        Exchange out = Exchange.post("/signout").after(in).parameter("csrf", "ours");
        out.inHttpSession();

        node.signOut(out);

        assertThat(out.status()).isEqualTo(303);
        assertThat(out.answeredCookie("preau").getMaxAge()).isZero();
        assertThat(out.hasHttpSession()).isFalse();
        assertThat(current(in)).isEmpty();
        assertThat(node.events).hasAtLeastOneElementOfType(SessionEnded.class);
    }

    @Test
    void signsOutByNobodyElsesForm() throws IOException {
        Exchange in = signedIn(teacher, null);

        assertThatThrownBy(() -> node.signOut(Exchange.post("/signout").after(in)))
                .isInstanceOf(PortalException.class);
        assertThat(node.signOut(Exchange.get("/signout").after(in)).body()).contains("action=\"/signout\"");
        assertThat(current(in)).isPresent();
    }

    // --- time

    @Test
    void endsAfterIdleTimeUnlessItsUserActs() throws IOException {
        Exchange in = signedIn(teacher, null);
        UUID id = current(in).orElseThrow().id();
        clock.pass(Duration.ofMinutes(29));
        node.sessions.touch(id);
        clock.pass(Duration.ofMinutes(29));

        assertThat(current(in)).isPresent();
        clock.pass(Duration.ofMinutes(2));
        assertThat(current(in)).isEmpty();
    }

    @Test
    void seesActsThatAnotherNodeWrote() throws IOException {
        Exchange in = signedIn(teacher, null);
        UUID id = current(in).orElseThrow().id();
        clock.pass(Duration.ofMinutes(20));
        node(Map.of()).sessions.touch(id);
        clock.pass(Duration.ofMinutes(20));

        assertThat(current(in)).isPresent();
    }

    @Test
    void endsAfterTwelveHoursWhateverItsUserDoes() throws IOException {
        Exchange in = signedIn(teacher, null);
        UUID id = current(in).orElseThrow().id();
        for (int i = 0; i < 12 * 3; i++) {
            clock.pass(Duration.ofMinutes(20));
            node.sessions.touch(id);
        }

        assertThat(current(in)).isEmpty();
    }

    @Test
    void jobEndsOverdueSessionsAndTellsNodes() throws IOException {
        signedIn(teacher, null);
        clock.pass(Duration.ofMinutes(20));
        Exchange fresh = signedIn(teacher, null);
        clock.pass(Duration.ofMinutes(15));
        node.events.clear();

        node.expiry.run("");

        assertThat(node.sessions.list(PageRequest.first(10)).total()).isEqualTo(1);
        assertThat(current(fresh)).isPresent();
        assertThat(node.events).hasSize(1).hasOnlyElementsOfType(SessionEnded.class);
    }

    // --- contexts

    @Test
    void offersGuardianAllChildrenFirstThenEachChild() throws IOException {
        Account guardian = directory.account(Profile.GUARDIAN, AccountState.ACTIVE, directory.north, directory.south);
        Child emma = directory.child(guardian, "Emma", directory.north);
        Child paul = directory.child(guardian, "Paul", directory.south);
        PortalSession session = current(signedIn(guardian, null)).orElseThrow();

        assertThat(session.context().childId()).isNull();
        assertThat(node.sessions.contextsOf(session))
                .extracting(PortalSession.Context::childId)
                .containsExactly(null, emma.personId(), paul.personId());
    }

    @Test
    void beginsWhereUserWasLast() throws IOException {
        directory.join(teacher, directory.south, Profile.TEACHER);
        Exchange in = signedIn(teacher, null);
        PortalSession session = current(in).orElseThrow();
        PortalSession.Context south = node.sessions.contextsOf(session).get(1);

        PortalSession moved = node.sessions.switchTo(session.id(), south);

        assertThat(moved.context().uai()).isEqualTo("0770002B");
        assertThat(node.events).contains(new SessionChanged(session.id()));
        assertThat(current(in).orElseThrow().context()).isEqualTo(south);
        assertThat(current(signedIn(teacher, null)).orElseThrow().context()).isEqualTo(south);
    }

    @Test
    void refusesContextThatIsNotTheUsers() throws IOException {
        PortalSession session = current(signedIn(teacher, null)).orElseThrow();
        var foreign = new PortalSession.Context(
                Profile.HEAD, directory.south.id(), directory.south.name(), directory.south.code(), null);

        assertThatThrownBy(() -> node.sessions.switchTo(session.id(), foreign)).isInstanceOf(PortalException.class);
    }

    // --- revocation

    @Test
    void endsThousandsOfSessionsWithinSeconds() throws IOException {
        Exchange in = signedIn(teacher, null);
        assertThat(current(in)).isPresent();
        tx.writeSql(connection -> many(connection, 20_000));
        node.events.clear();
        long start = System.nanoTime();

        int ended = node.sessions.revokeAll(Subject.SYSTEM);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(ended).isEqualTo(20_001);
        assertThat(node.events).contains(SignInsRevoked.ofEverybody()).hasSize(22);
        assertThat(node.events)
                .filteredOn(SessionEnded.class::isInstance)
                .hasSize(21)
                .allSatisfy(
                        event -> assertThat(((SessionEnded) event).sessionIds()).hasSizeLessThanOrEqualTo(1_000));
        assertThat(current(in)).isEmpty();
    }

    @Test
    void forgetsSessionThatAnotherNodeEnded() throws IOException {
        Exchange in = signedIn(teacher, null);
        UUID id = current(in).orElseThrow().id();
        Node other = node(Map.of());

        other.sessions.revoke(Subject.SYSTEM, id);
        new SessionEndedListener(node.book).on(new SessionEnded(List.of(id)));

        assertThat(current(in)).isEmpty();
        assertThat(node.sessions.byId(id)).isEmpty();
    }

    @Test
    void endsSessionsOfBlockedAccount() throws IOException {
        Exchange in = signedIn(teacher, null);
        directory.state(teacher, AccountState.BLOCKED);

        new AccountStateListener(node.ends).on(new AccountStateChanged(teacher.id(), AccountState.BLOCKED));

        assertThat(current(in)).isEmpty();
        assertThat(node.sessions.list(PageRequest.first(10)).total()).isZero();
    }

    @Test
    void letsUserEndHisOwnSessionsAndAdministratorsThoseOfTheirPerimeter() throws IOException {
        Account pupil = directory.account(Profile.STUDENT, AccountState.ACTIVE, directory.north);
        Account stranger = directory.account(Profile.TEACHER, AccountState.ACTIVE, directory.south);
        PortalSession session = current(signedIn(pupil, null)).orElseThrow();
        Subject byStranger = new Subject(stranger.id(), stranger.personId(), Profile.TEACHER, directory.south.id());

        assertThatThrownBy(() -> node.sessions.revoke(byStranger, session.id())).isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> node.sessions.revokeAccount(byStranger, pupil.id()))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> node.sessions.revokeAll(byStranger)).isInstanceOf(PortalException.class);
        node.administered.add(directory.north.id());
        assertThat(node.sessions.revokeAccount(byStranger, pupil.id())).isEqualTo(1);
        PortalSession own = current(signedIn(pupil, null)).orElseThrow();
        node.sessions.revoke(own.subject(), own.id());
        assertThat(node.sessions.byId(own.id())).isEmpty();
    }

    private Node node(Map<String, Object> settings) {
        return new Node(tx, directory, clock, etc, settings);
    }

    private Exchange signedIn(Account account, String returnTo) throws IOException {
        node.desk.acceptCharter(account.id());
        return node.proven(Exchange.post("/signin/local"), account.id(), returnTo);
    }

    private Optional<PortalSession> current(Exchange signedIn) {
        return node.sessions.current(Exchange.get("/").after(signedIn).request());
    }

    private boolean many(Connection connection, int howMany) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into session.portal_session (id, token_hash, account_id, person_id, counter, profile,
                                                    structure_id, created, last_act)
                select gen_random_uuid(), sha256(n::text::bytea), gen_random_uuid(), gen_random_uuid(), 'local', 'TEACHER',
                       ?, ?, ? from generate_series(1, ?) n
                """)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, SqlSessions.time(clock.instant()));
            insert.setObject(3, SqlSessions.time(clock.instant()));
            insert.setInt(4, howMany);
            return insert.executeUpdate() == howMany;
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static final class LocalCounter implements SignInCounter {
        @Override
        public String id() {
            return "local";
        }

        @Override
        public LocalizedText label() {
            return new LocalizedText("Avec mon identifiant", "");
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Optional<CounterForm> form() {
            return Optional.of(new CounterForm(
                    List.of(
                            new Field("username", new LocalizedText("Identifiant", ""), "text", "username"),
                            new Field(
                                    "password", new LocalizedText("Mot de passe", ""), "password", "current-password")),
                    new LocalizedText("Entrer", ""),
                    List.of(new Link(new LocalizedText("Première connexion", ""), "/signin/local/activate"))));
        }
    }
}
