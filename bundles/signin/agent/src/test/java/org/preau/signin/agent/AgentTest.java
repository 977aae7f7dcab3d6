package org.preau.signin.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.api.authorisation.GrantProposals;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Official;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.SignIns;
import org.preau.core.persistence.testing.TestDatabase;

class AgentTest {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static Tx tx;

    private final Clock clock = Clock.systemUTC();
    private final StandInProvider provider = new StandInProvider(clock);
    private final Map<String, List<Account>> byMail = new HashMap<>();
    private final List<UUID> signedIn = new ArrayList<>();
    private final List<String> returnedTo = new ArrayList<>();
    private final List<Official> proposed = new ArrayList<>();
    private final Structure school =
            new Structure(UUID.randomUUID(), StructureKind.SCHOOL, "0770001A", "École du Nord", "Ville");
    private final Account ada = account("ada.martinez");
    private AgentCounter counter;
    private Visits visits;

    @BeforeAll
    static void open() {
        tx = DATABASE.tx(new AgentUnit());
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @BeforeEach
    void wire() {
        visits = new Visits(tx, Fakes.keys(), clock);
        counter = new AgentCounter(
                Fakes.config(Map.of(
                        "issuer",
                        StandInProvider.ISSUER,
                        "client_id",
                        StandInProvider.CLIENT,
                        "client_secret",
                        StandInProvider.SECRET)),
                provider,
                new FakeAddress(),
                null,
                visits,
                clock);
        byMail.put("ada@ac-example.fr", List.of(ada));
        provider.user.put("ctemail", "ada@ac-example.fr");
    }

    @Test
    @Requirement("322B")
    void agentEntersByHisAcademicAddress() throws IOException {
        Exchange begun = begin();
        assertThat(StandInProvider.form(java.net.URI.create(begun.location()).getRawQuery()))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "https://ent.example/signin/agent/callback")
                .containsKeys("state", "nonce");
        assertThat(answer(begun).status).isEqualTo(303);
        assertThat(signedIn).containsExactly(ada.id());
    }

    @Test
    void whoMustProveHimselfAnewIsAskedAnewAndKeepsHisWay() throws IOException {
        Exchange begun = send(Exchange.get("/signin/agent?renew=1&return=/app/news"));
        assertThat(StandInProvider.form(java.net.URI.create(begun.location()).getRawQuery()))
                .containsEntry("prompt", "login")
                .containsEntry("max_age", "0");
        provider.user.put("auth_time", clock.instant().getEpochSecond());
        assertThat(answer(begun).status).isEqualTo(303);
        assertThat(returnedTo).containsExactly("/app/news");
    }

    @Test
    void refusesWhoDidNotProveHimselfAnew() throws IOException {
        refused(answer(send(Exchange.get("/signin/agent?renew=1"))));
        provider.user.put(
                "auth_time", clock.instant().minus(Duration.ofMinutes(5)).getEpochSecond());
        refused(answer(send(Exchange.get("/signin/agent?renew=1"))));
    }

    @Test
    void mailCountsWhereThereIsNoAcademicAddressAndUserInfoIsAsked() throws IOException {
        provider.user.remove("ctemail");
        provider.user.put("mail", "ada@ac-example.fr");
        answer(begin());
        provider.user.remove("mail");
        answer(begin());
        assertThat(signedIn).containsExactly(ada.id(), ada.id());
        provider.userInfoSubject = "somebody-else";
        assertThat(answer(begin()).status).isEqualTo(403);
    }

    @Test
    void addressThatIsNotVerifiedCountsForNothing() throws IOException {
        provider.user.remove("ctemail");
        provider.user.put("email", "ada@ac-example.fr");
        provider.user.put("email_verified", false);
        provider.user.put("mail", "nobody@ac-example.fr");
        assertThat(answer(begin()).status).isEqualTo(403);
    }

    @Test
    void nobodyIsMadeForUnknownAddress() throws IOException {
        byMail.clear();
        Exchange end = answer(begin());
        assertThat(end.status).isEqualTo(403);
        assertThat(end.body).contains("Aucun compte n&#39;a été créé").contains("directeur");
    }

    @Test
    void severalAccountsAreChosenFromOnce() throws IOException {
        Account other = account("ada.martinez2");
        byMail.put("ada@ac-example.fr", List.of(ada, other));
        Exchange offered = answer(begin());
        assertThat(offered.location()).isEqualTo("/signin/agent/choice");
        assertThat(send(Exchange.get("/signin/agent/choice").after(offered)).body)
                .contains("ada.martinez2");
        assertThat(choose(offered, UUID.randomUUID()).location()).isEqualTo("/signin");
        choose(offered, other.id());
        assertThat(choose(offered, ada.id()).location()).isEqualTo("/signin");
        assertThat(signedIn).containsExactly(other.id());
    }

    @Test
    @Requirement("621A")
    void functionsBecomeProposalsOnly() throws IOException {
        provider.user.put("FrEduFonctAdm", "DIR");
        provider.user.put("FrEduRneResp", List.of("0770001A$UAJ$PU$ND$T3$LYC$340", "0779999Z$UAJ", "rubbish"));
        answer(begin());
        assertThat(proposed).containsExactly(new Official(ada.personId(), ada.id(), school.id(), Profile.HEAD, "DIR"));
    }

    @Test
    @Requirement("322B")
    void servesStaffOfStateOnly() {
        assertThat(List.of(Profile.values()).stream().filter(counter::serves))
                .containsExactly(
                        Profile.TEACHER,
                        Profile.HEAD,
                        Profile.STAFF,
                        Profile.INSPECTOR,
                        Profile.ADVISER,
                        Profile.ACADEMY);
    }

    @Test
    void signOutGoesToProviderOnceWithItsToken() throws IOException {
        answer(begin());
        PortalSession ended = new PortalSession(
                SESSION,
                ada.id(),
                ada.personId(),
                "ada",
                "Ada",
                "M",
                "agent",
                clock.instant(),
                new PortalSession.Context(Profile.TEACHER, school.id(), "", "", null));
        assertThat(counter.signOut(ended).orElseThrow().toString())
                .startsWith("https://agents.example/logout?")
                .contains("id_token_hint=", "post_logout_redirect_uri=https%3A%2F%2Fent.example%2Fsignin");
        assertThat(counter.signOut(ended)).isEmpty();
    }

    @Test
    void newKeyOfProviderIsFetchedUnknownOneIsNot() throws IOException {
        answer(begin());
        provider.key = StandInProvider.key("second");
        provider.published = provider.key;
        Exchange soon = answer(begin());
        assertThat(soon.status).as("asked again too soon").isEqualTo(403);
        assertThat(provider.keyReads).isEqualTo(1);
    }

    @Test
    void providerThatIsDownSaysSo() throws IOException {
        provider.gone = true;
        assertThat(send(Exchange.get("/signin/agent")).status).isEqualTo(503);
        assertThat(counter.available()).isFalse();
    }

    // --- refused

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "HS-public-key", "RS384"})
    void refusesAlgorithm(String algorithm) throws IOException {
        provider.algorithm = algorithm;
        refused(answer(begin()));
    }

    @Test
    void refusesWrongIssuerAudienceNonceAndParty() throws IOException {
        refusedWith(builder -> builder.issuer("https://evil.example"));
        refusedWith(builder -> builder.audience("another-client"));
        refusedWith(builder -> builder.audience(List.of("another-client", StandInProvider.CLIENT))
                .claim("azp", "another-client"));
        refusedWith(builder -> builder.claim("azp", "another-client"));
        refusedWith(builder -> builder.audience(List.of("another-client", StandInProvider.CLIENT)));
        refusedWith(builder -> builder.claim("nonce", "of-another-sign-in"));
        refusedWith(builder -> builder.claim("nonce", null));
        refusedWith(builder -> builder.issuer(null));
        refusedWith(builder -> builder.subject(null));
    }

    @Test
    void refusesExpiredAndFutureToken() throws IOException {
        Date now = new Date();
        refusedWith(builder -> builder.expirationTime(new Date(now.getTime() - 120_000)));
        refusedWith(builder -> builder.expirationTime(null));
        refusedWith(builder -> builder.issueTime(new Date(now.getTime() + 600_000)));
    }

    @Test
    void refusesTokenSignedByAnotherKeyOfThatName() throws IOException {
        provider.key = StandInProvider.key("first");
        refused(answer(begin()));
    }

    @Test
    void refusesReplayedAnswer() throws IOException {
        Exchange begun = begin();
        String code = provider.agree(begun.location());
        assertThat(callback(begun, code).status).isEqualTo(303);
        assertThat(callback(begun, code).status).isEqualTo(403);
        assertThat(signedIn).hasSize(1);
    }

    @Test
    void refusesCodeOfAnotherSignIn() throws IOException {
        String stolen = provider.agree(begin().location());
        refused(callback(begin(), stolen));
    }

    @Test
    void refusesAnswerInAnotherBrowserAndWithoutState() throws IOException {
        Exchange begun = begin();
        String code = provider.agree(begun.location());
        refused(send(Exchange.get("/signin/agent/callback").with("code", code).with("state", stateOf(begun))));
        Exchange other = begin();
        refused(send(Exchange.get("/signin/agent/callback")
                .after(other)
                .with("code", code)
                .with("state", stateOf(begun))));
        refused(send(Exchange.get("/signin/agent/callback").after(other).with("code", code)));
        refused(send(Exchange.get("/signin/agent/callback")
                .after(other)
                .with("code", code)
                .with("state", "guessed")));
    }

    @Test
    void refusesMixUp() throws IOException {
        Exchange begun = begin();
        String code = provider.agree(begun.location());
        refused(send(Exchange.get("/signin/agent/callback")
                .after(begun)
                .with("code", code)
                .with("state", stateOf(begun))
                .with("iss", "https://evil.example")));
        provider.metadata = ",\"authorization_response_iss_parameter_supported\":true";
        wire();
        refused(answer(begin()));
    }

    @Test
    void refusesRepeatedParametersErrorsAndNoCode() throws IOException {
        Exchange begun = begin();
        refused(send(Exchange.get("/signin/agent/callback")
                .after(begun)
                .with("code", provider.agree(begun.location()))
                .with("code", "second")
                .with("state", stateOf(begun))));
        Exchange denied = begin();
        refused(send(Exchange.get("/signin/agent/callback")
                .after(denied)
                .with("error", "access_denied")
                .with("state", stateOf(denied))));
        Exchange empty = begin();
        refused(send(Exchange.get("/signin/agent/callback").after(empty).with("state", stateOf(empty))));
    }

    @Test
    void refusesProviderThatCallsItselfOtherwise() throws IOException {
        provider.metadata = ",\"issuer\":\"https://evil.example\"";
        assertThat(send(Exchange.get("/signin/agent")).status).isEqualTo(503);
    }

    @Test
    void forgetsWhatNobodyFinished() throws IOException {
        Exchange begun = begin();
        new Visits(tx, Fakes.keys(), Clock.offset(clock, Duration.ofMinutes(16))).run("");
        refused(answer(begun));
    }

    private static final UUID SESSION = UUID.randomUUID();

    private void refusedWith(UnaryOperator<JWTClaimsSet.Builder> change) throws IOException {
        provider.claims = change;
        refused(answer(begin()));
    }

    private void refused(Exchange exchange) {
        assertThat(exchange.status).isEqualTo(403);
        assertThat(signedIn).isEmpty();
    }

    private Exchange begin() throws IOException {
        return send(Exchange.get("/signin/agent"));
    }

    private Exchange answer(Exchange begun) throws IOException {
        return callback(begun, provider.agree(begun.location()));
    }

    private Exchange callback(Exchange begun, String code) throws IOException {
        return send(Exchange.get("/signin/agent/callback")
                .after(begun)
                .with("code", code)
                .with("state", stateOf(begun)));
    }

    private Exchange choose(Exchange offered, UUID account) throws IOException {
        return send(Exchange.post("/signin/agent/choice")
                .after(offered)
                .with("csrf", "ours")
                .with("account", account.toString()));
    }

    private static String stateOf(Exchange begun) {
        return StandInProvider.form(java.net.URI.create(begun.location()).getRawQuery())
                .get("state");
    }

    private Exchange send(Exchange exchange) throws IOException {
        FakePages pages = new FakePages(exchange);
        Accounts accounts = Fakes.of(Accounts.class, (method, arguments) -> switch (method) {
            case "byMail" -> byMail.getOrDefault(arguments[0], List.of());
            case "byId" ->
                byMail.values().stream()
                        .flatMap(List::stream)
                        .filter(one -> one.id().equals(arguments[0]))
                        .findFirst();
            default -> throw new UnsupportedOperationException(method);
        });
        Structures structures = Fakes.of(Structures.class, (method, arguments) -> Optional.of(school)
                .filter(one -> one.code().equals(arguments[0])));
        GrantProposals proposals = Fakes.of(GrantProposals.class, (method, arguments) -> {
            proposed.add((Official) arguments[0]);
            return null;
        });
        SignIns signIns = Fakes.of(SignIns.class, (method, arguments) -> {
            signedIn.add((UUID) arguments[3]);
            returnedTo.add((String) arguments[4]);
            exchange.status = 303;
            return SESSION;
        });
        Directory directory = Fakes.of(Directory.class, (method, arguments) -> List.of());
        new AgentEndpoint(
                        counter,
                        visits,
                        new Matching(accounts, structures, proposals),
                        signIns,
                        new FakeAddress(),
                        pages,
                        new AgentPages(pages, accounts, directory))
                .handle(exchange.request(), exchange.response());
        return exchange;
    }

    private static Account account(String login) {
        return new Account(
                UUID.randomUUID(), UUID.randomUUID(), login, AccountState.ACTIVE, Profile.TEACHER, "Ada", "Martinez");
    }
}
