package org.preau.signin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
import org.preau.api.http.OutgoingCalls;
import org.preau.api.persistence.Tx;
import org.preau.api.saml.SamlCounter;
import org.preau.api.saml.SamlCounters;
import org.preau.api.saml.SamlProof;
import org.preau.api.signin.SignIns;
import org.preau.testkit.Exchange;
import org.preau.testkit.FakeAddress;
import org.preau.testkit.FakeKeys;
import org.preau.testkit.FakePages;
import org.preau.testkit.FakeSettings;
import org.preau.testkit.StandIn;

class AgentSamlTest {
    private final List<String> told = new ArrayList<>();
    private final List<Official> proposed = new ArrayList<>();
    private final Map<String, List<Account>> byMail = new HashMap<>();
    private final Map<String, List<String>> attributes = new HashMap<>();
    private final Structure school =
            new Structure(UUID.randomUUID(), StructureKind.SCHOOL, "0770001A", "École du Nord", "Ville");
    private SamlCounter.Arrival arrival = (request, response, ticket, proof) -> {};

    private final SamlCounter saml = StandIn.of(SamlCounter.class, (method, arguments) -> switch (method) {
        case "available" -> true;
        case "proof" -> arguments[1].equals("ticket") ? Optional.of(proof()) : Optional.empty();
        case "signIn" -> told.add("signIn " + arguments[3] + " " + arguments[4]);
        case "drop" -> told.add("drop");
        case "handle" -> told.add("handle");
        default -> null;
    });
    private final AgentCounter counter = counter(Map.of("metadata_file", "metadata.xml"));

    @Test
    @Requirement("322B")
    void agentEntersByAcademicAddressAndHeadIsProposed() throws IOException {
        Account ada = account("ada");
        byMail.put("ada@ac-example.fr", List.of(ada));
        attributes.put("mail", List.of("other@example.fr"));
        attributes.put("ctemail", List.of("ada@ac-example.fr"));
        attributes.put("FrEduFonctAdm", List.of("DIR"));
        attributes.put("FrEduRneResp", List.of("0770001A$UAJ"));
        attributes.put("FrEduURLretour", List.of("https://agents.example/bye"));
        arrive(Exchange.get("/signin/agent/arrived"));
        assertThat(told).containsExactly("signIn " + ada.id() + " Optional[https://agents.example/bye]");
        assertThat(proposed).containsExactly(new Official(ada.personId(), ada.id(), school.id(), Profile.HEAD, "DIR"));
    }

    @Test
    void nobodyIsMadeForUnknownAddress() throws IOException {
        attributes.put("ctemail", List.of("nobody@ac-example.fr"));
        assertThat(arrive(Exchange.get("/signin/agent/arrived")).status()).isEqualTo(403);
        assertThat(told).containsExactly("drop");
    }

    @Test
    void severalAccountsAreChosenFromByTheirOwnerOnly() throws IOException {
        Account first = account("ada");
        Account second = account("ada2");
        byMail.put("ada@ac-example.fr", List.of(first, second));
        attributes.put("ctemail", List.of("ada@ac-example.fr"));
        assertThat(arrive(Exchange.get("/signin/agent/arrived")).body()).contains("value=\"ticket\"", "ada2");
        choose("ticket", UUID.randomUUID());
        choose("another", second.id());
        assertThat(told).isEmpty();
        choose("ticket", second.id());
        assertThat(told).containsExactly("signIn " + second.id() + " Optional.empty");
    }

    @Test
    void everythingElseIsTheSamlLayers() throws IOException {
        for (String path : List.of("", "/metadata", "/acs", "/slo")) {
            send(Exchange.get("/signin/agent" + path));
        }
        assertThat(told).containsExactly("handle", "handle", "handle", "handle");
    }

    @Test
    void oneWayIsConfiguredNotBothNorNone() {
        assertThatThrownBy(() -> counter(Map.of("metadata_file", "x", "issuer", "https://agents.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counter(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private AgentCounter counter(Map<String, Object> settings) {
        SamlCounters counters = StandIn.of(SamlCounters.class, (method, arguments) -> {
            arrival = (SamlCounter.Arrival) arguments[1];
            return saml;
        });
        OutgoingCalls calls = StandIn.of(OutgoingCalls.class, (method, arguments) -> null);
        return new AgentCounter(
                FakeSettings.of(AgentConfig.class, settings),
                calls,
                new FakeAddress(),
                counters,
                null,
                Clock.systemUTC());
    }

    private Exchange arrive(Exchange exchange) throws IOException {
        endpoint(exchange);
        arrival.arrived(exchange.request(), exchange.response(), "ticket", proof());
        return exchange;
    }

    private void choose(String ticket, UUID account) throws IOException {
        send(Exchange.post("/signin/agent/choice")
                .parameter("csrf", "ours")
                .parameter("ticket", ticket)
                .parameter("account", account.toString()));
    }

    private void send(Exchange exchange) throws IOException {
        endpoint(exchange).handle(exchange.request(), exchange.response());
    }

    private AgentEndpoint endpoint(Exchange exchange) {
        FakePages pages = new FakePages();
        Accounts accounts = StandIn.of(Accounts.class, (method, arguments) -> switch (method) {
            case "byMail" -> byMail.getOrDefault(arguments[0], List.of());
            default ->
                byMail.values().stream()
                        .flatMap(List::stream)
                        .filter(one -> one.id().equals(arguments[0]))
                        .findFirst();
        });
        Structures structures = StandIn.of(Structures.class, (method, arguments) -> Optional.of(school)
                .filter(one -> one.code().equals(arguments[0])));
        GrantProposals proposals = StandIn.of(GrantProposals.class, (method, arguments) -> {
            proposed.add((Official) arguments[0]);
            return null;
        });
        Directory directory = StandIn.of(Directory.class, (method, arguments) -> List.of());
        SignIns signIns = StandIn.of(SignIns.class, (method, arguments) -> null);
        return new AgentEndpoint(
                counter,
                new Visits(StandIn.of(Tx.class, (method, arguments) -> null), new FakeKeys(), Clock.systemUTC()),
                new Matching(accounts, structures, proposals),
                signIns,
                new FakeAddress(),
                pages,
                new AgentPages(pages, accounts, directory));
    }

    private SamlProof proof() {
        return new SamlProof("https://agents.example", "x", "", Optional.empty(), attributes, Instant.EPOCH, "/");
    }

    private static Account account(String login) {
        return new Account(
                UUID.randomUUID(), UUID.randomUUID(), login, AccountState.ACTIVE, Profile.TEACHER, "Ada", login);
    }
}
