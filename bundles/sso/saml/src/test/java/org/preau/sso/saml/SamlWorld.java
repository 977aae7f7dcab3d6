package org.preau.sso.saml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ServiceVisits;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.persistence.Tx;
import org.preau.api.saml.SamlMessages;
import org.preau.api.saml.SamlParties;
import org.preau.api.saml.SamlParty;
import org.preau.api.signin.PortalSession;
import org.preau.connectors.category3.Category3Policy;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.testing.FakeAddress;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.core.saml.SamlUnit;
import org.preau.core.saml.message.CheckedAssertion;
import org.preau.core.saml.message.DefaultSamlMessages;
import org.preau.core.saml.message.Inbound;
import org.preau.core.saml.message.VerifiedResponse;
import org.preau.core.saml.metadata.DefaultSamlParties;
import org.preau.core.saml.testing.StandInService;
import org.preau.core.saml.testing.TestKeys;
import org.preau.core.saml.testing.WebVisit;
import org.preau.testkit.SettableClock;

/** The identity provider with a real database, gate and category 3; one connector {@code quiz} whose metadata is a file, and a pupil signed in. */
final class SamlWorld implements AutoCloseable, Exchanges, ServiceVisits, OutgoingCalls {
    final ConnectWorld portal = new ConnectWorld();
    final PortalSession pupil = portal.sessions.signIn("zoe.martin", Profile.STUDENT, portal.school);
    final SettableClock clock = SettableClock.at(Instant.parse("2026-11-23T08:30:00Z"));
    final TestKeys keys = new TestKeys();
    final List<String> log = new ArrayList<>();
    final List<String> handles = new ArrayList<>();
    final Map<String, String> soap = new LinkedHashMap<>();
    final DefaultSamlParties parties;
    final SamlMessages messages;
    final ServiceProviders services;
    final VisitLogout logout;
    final SamlEndpoint endpoint;
    final Path metadata;
    private final TestDatabase database = TestDatabase.create();

    SamlWorld() {
        Tx connect = database.tx(new ConnectUnit());
        parties = new DefaultSamlParties(this, database.tx(new SamlUnit()), clock);
        try {
            metadata = Files.createTempFile("quiz", ".xml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        describe(StandInService.metadata("", ""));
        messages = new DefaultSamlMessages(portal.pages, clock);
        portal.deploy(new Category3Policy());
        portal.deploy(new Deferred());
        configure();
        IdentityProvider self = new IdentityProvider(keys, new FakeAddress());
        services = new ServiceProviders(portal.catalogue, parties);
        logout = new VisitLogout(services, messages, self, this, this, keys);
        ReleaseGate gate = portal.gate(connect, clock);
        SignOnAnswer answer = new SignOnAnswer(gate, messages, self, this, this, keys);
        endpoint = new SamlEndpoint(
                new SignOn(services, portal.catalogue, messages, self, answer, gate, portal.sessions, keys, clock),
                new SingleLogout(services, portal.catalogue, messages, self, logout, portal.sessions, this, keys),
                self,
                messages,
                this,
                portal.pages);
    }

    /** The connector's file with these changes. */
    void configure(String... changes) {
        Map<String, String> file = ConnectWorld.file(changes);
        file.remove("service.urls");
        file.put("protocol", "saml");
        file.put("metadata.file", metadata.toString());
        portal.write("org.preau.connector~quiz.cfg", file);
    }

    /** The service's metadata, read at once. */
    void describe(String document) {
        try {
            Files.writeString(metadata, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clock.pass(Duration.ofSeconds(6));
        parties.refreshAll();
    }

    StandInService service() {
        return new StandInService(clock.instant());
    }

    WebVisit go(WebVisit visit) {
        return visit.to(endpoint::handle);
    }

    /** As the pupil. */
    WebVisit goIn(WebVisit visit) {
        return go(visit.cookie("preau", pupil.id().toString()));
    }

    /** What the service believes of an answer. */
    CheckedAssertion believed(WebVisit page, String... decryptWith) {
        return VerifiedResponse.of(
                Inbound.of(WebVisit.post("/acs")
                        .with("SAMLResponse", page.field("SAMLResponse"))
                        .request()),
                new VerifiedResponse.Expected(
                        provider(),
                        StandInService.NAME,
                        URI.create(StandInService.CONSUMER),
                        List.of(decryptWith).stream()
                                .map(name -> TestKeys.signer(name).key())
                                .toList(),
                        clock.instant()));
    }

    SamlParty provider() {
        return parties.read(
                go(WebVisit.get("/sso/saml/metadata")).text().getBytes(StandardCharsets.UTF_8),
                new SamlParties.Source(
                        "idp",
                        SamlParties.Role.IDENTITY_PROVIDER,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public void done(String connectorId, String step) {
        log.add("done " + connectorId + " " + step);
    }

    @Override
    public void refused(String connectorId, String step, String reason) {
        log.add("refused " + connectorId + " " + step + " " + reason);
    }

    @Override
    public void note(PortalSession session, Connector connector, String handle) {
        handles.add(handle);
    }

    @Override
    public Answer get(URI address, Map<String, String> headers) throws IOException {
        throw new IOException("nobody answers");
    }

    @Override
    public Answer post(URI address, String contentType, byte[] body, Map<String, String> headers) throws IOException {
        soap.put(address.toString(), new String(body, StandardCharsets.UTF_8));
        String id =
                new String(body, StandardCharsets.UTF_8).replaceAll("(?s).*LogoutRequest[^>]* ID=\"([^\"]+)\".*", "$1");
        return new Answer(200, "text/xml", SamlPeer.logoutResponse(this, id));
    }

    @Override
    public void close() {
        services.stop();
        database.close();
        try {
            Files.deleteIfExists(metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The protocol, whose way to sign out is made after the catalogue it needs. */
    private final class Deferred implements org.preau.api.connector.SsoProtocol {
        private final SamlProtocol plain = new SamlProtocol();

        @Override
        public String name() {
            return plain.name();
        }

        @Override
        public java.util.Set<String> settings() {
            return plain.settings();
        }

        @Override
        public List<String> problems(Connector connector) {
            return plain.problems(connector);
        }

        @Override
        public boolean accepts(Connector connector, String destination) {
            return new SamlProtocol(logout).accepts(connector, destination);
        }

        @Override
        public void launch(
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response,
                Connector connector,
                PortalSession session) {
            plain.launch(request, response, connector, session);
        }
    }
}
