package org.preau.signin.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.preau.api.authorisation.GrantProposals;
import org.preau.api.base.Profile;
import org.preau.api.directory.Account;
import org.preau.api.directory.AccountState;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Official;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.SignIns;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.Exchange;
import org.preau.testkit.FakeAddress;
import org.preau.testkit.FakeKeys;
import org.preau.testkit.FakePages;
import org.preau.testkit.FakeSettings;
import org.preau.testkit.StandIn;

/** The counter of agents with a provider whose part is played by hand, and a real database. */
abstract class AgentWorld {
    static TestDatabase database;
    static Tx tx;

    final Clock clock = Clock.systemUTC();
    final StandInProvider provider = new StandInProvider(clock);
    final Map<String, List<Account>> byMail = new HashMap<>();
    final List<UUID> signedIn = new ArrayList<>();
    final List<String> returnedTo = new ArrayList<>();
    final List<Official> proposed = new ArrayList<>();
    final Structure school =
            new Structure(UUID.randomUUID(), StructureKind.SCHOOL, "0770001A", "École du Nord", "Ville");
    final Account ada = account("ada.martinez");
    AgentCounter counter;
    Visits visits;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new AgentUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void wire() {
        visits = new Visits(tx, new FakeKeys(), clock);
        counter = new AgentCounter(
                FakeSettings.of(
                        AgentConfig.class,
                        Map.of(
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

    static final UUID SESSION = UUID.randomUUID();

    void refusedWith(UnaryOperator<JWTClaimsSet.Builder> change) throws IOException {
        provider.claims = change;
        refused(answer(begin()));
    }

    void refused(Exchange exchange) {
        assertThat(exchange.status()).isEqualTo(403);
        assertThat(signedIn).isEmpty();
    }

    Exchange begin() throws IOException {
        return send(Exchange.get("/signin/agent"));
    }

    Exchange answer(Exchange begun) throws IOException {
        return callback(begun, provider.agree(begun.location()));
    }

    Exchange callback(Exchange begun, String code) throws IOException {
        return send(Exchange.get("/signin/agent/callback")
                .after(begun)
                .parameter("code", code)
                .parameter("state", stateOf(begun)));
    }

    Exchange choose(Exchange offered, UUID account) throws IOException {
        return send(Exchange.post("/signin/agent/choice")
                .after(offered)
                .parameter("csrf", "ours")
                .parameter("account", account.toString()));
    }

    static String stateOf(Exchange begun) {
        return StandInProvider.form(java.net.URI.create(begun.location()).getRawQuery())
                .get("state");
    }

    Exchange send(Exchange exchange) throws IOException {
        FakePages pages = new FakePages();
        Accounts accounts = StandIn.of(Accounts.class, (method, arguments) -> switch (method) {
            case "byMail" -> byMail.getOrDefault(arguments[0], List.of());
            case "byId" ->
                byMail.values().stream()
                        .flatMap(List::stream)
                        .filter(one -> one.id().equals(arguments[0]))
                        .findFirst();
            default -> throw new UnsupportedOperationException(method);
        });
        Structures structures = StandIn.of(Structures.class, (method, arguments) -> Optional.of(school)
                .filter(one -> one.code().equals(arguments[0])));
        GrantProposals proposals = StandIn.of(GrantProposals.class, (method, arguments) -> {
            proposed.add((Official) arguments[0]);
            return null;
        });
        SignIns signIns = StandIn.of(SignIns.class, (method, arguments) -> {
            signedIn.add((UUID) arguments[3]);
            returnedTo.add((String) arguments[4]);
            exchange.response().setStatus(303);
            return SESSION;
        });
        Directory directory = StandIn.of(Directory.class, (method, arguments) -> List.of());
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

    static Account account(String login) {
        return new Account(
                UUID.randomUUID(), UUID.randomUUID(), login, AccountState.ACTIVE, Profile.TEACHER, "Ada", "Martinez");
    }
}
