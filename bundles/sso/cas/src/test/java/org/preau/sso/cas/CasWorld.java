package org.preau.sso.cas;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.preau.api.base.Profile;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.connectors.category3.Category3Policy;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.school.AskedSchoolChoice;
import org.preau.core.connect.testing.FakeAddress;
import org.preau.core.connect.testing.FakeExchanges;
import org.preau.core.connect.testing.PortalServer;
import org.preau.core.connect.visit.ServiceTelling;
import org.preau.core.connect.visit.SqlServiceVisits;
import org.preau.core.connect.visit.SqlVisits;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.SettableClock;

/** A CAS server on a loopback port with a real database, gate and category 3, one connector {@code quiz} and a pupil signed in. */
final class CasWorld implements AutoCloseable {
    static final String SERVICE = "https://quiz.example/app/login";

    final ConnectWorld portal = new ConnectWorld();
    final PortalSession pupil = portal.sessions.signIn("zoe.martin", Profile.STUDENT, portal.school);
    final SettableClock clock = SettableClock.at(Instant.parse("2026-11-23T08:30:00Z"));
    final FakeCalls calls = new FakeCalls();
    final FakeExchanges exchanges = new FakeExchanges();
    final CasProtocol protocol = new CasProtocol(calls, new FakeAddress(), clock);
    final SqlTickets tickets;
    final SqlGrantings grantings;
    final Renewals renewals;
    final ServiceTelling telling;
    final AskedSchoolChoice choice;
    final PortalServer server;
    /** Another node on the same database. */
    final PortalServer otherNode;
    /** The page that asks for the school, on a port of its own. */
    final PortalServer choicePage;

    private final TestDatabase database = TestDatabase.create();
    private final HttpClient client = HttpClient.newHttpClient();

    CasWorld() {
        Tx connect = database.tx(new ConnectUnit());
        Tx cas = database.tx(new CasUnit());
        portal.deploy(new Category3Policy());
        portal.deploy(protocol);
        portal.write("org.preau.connector~quiz.cfg", ConnectWorld.file());
        tickets = new SqlTickets(cas, clock, config(10));
        grantings = new SqlGrantings(cas, clock);
        renewals = new Renewals(cas, portal.keys, clock);
        telling = new ServiceTelling(new SqlVisits(connect, clock), portal.catalogue, portal.parts, exchanges);
        try {
            choice = portal.choice(connect, clock);
            server = new PortalServer(endpoint(connect, tickets));
            otherNode = new PortalServer(endpoint(connect, new SqlTickets(cas, clock, config(10))));
            choicePage = new PortalServer(portal.choicePage(choice));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CasEndpoint endpoint(Tx connect, SqlTickets ofNode) {
        return new CasEndpoint(
                portal.catalogue,
                portal.gate(connect, clock),
                ofNode,
                grantings,
                renewals,
                portal.sessions,
                new SqlServiceVisits(new SqlVisits(connect, clock), portal.sessions, telling),
                calls,
                exchanges,
                portal.pages,
                new FakeAddress(),
                Clock.systemUTC());
    }

    /** The ticket that the pupil's browser brings to the service. */
    String ticketFor(String service) {
        return ticketIn(login(service, pupil));
    }

    /** The ticket that a redirect carries. */
    static String ticketIn(HttpResponse<String> answer) {
        return location(answer).replaceFirst(".*(?:ticket|SAMLart)=(ST-[0-9a-f]+).*", "$1");
    }

    HttpResponse<String> login(String service, PortalSession session) {
        return server.get("/sso/cas/login?service=" + encoded(service), session);
    }

    String validate(String path, String service, String ticket) {
        return server.get(
                        "/sso/cas" + path + (path.contains("?") ? "&" : "?") + "service=" + encoded(service)
                                + "&ticket=" + encoded(ticket),
                        null)
                .body();
    }

    /** Posts a SOAP message. */
    HttpResponse<String> samlValidate(String target, String message) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.address("/sso/cas/samlValidate?TARGET=" + encoded(target))))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The message of a client that presents a ticket, as the protocol's document shows it. */
    static String soap(String artifact) {
        return "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"><SOAP-ENV:Header/>"
                + "<SOAP-ENV:Body><samlp:Request xmlns:samlp=\"urn:oasis:names:tc:SAML:1.0:protocol\""
                + " MajorVersion=\"1\" MinorVersion=\"1\" RequestID=\"_192.168.16.51.1024506224022\""
                + " IssueInstant=\"2026-11-22T10:00:00Z\"><samlp:AssertionArtifact>" + artifact
                + "</samlp:AssertionArtifact></samlp:Request></SOAP-ENV:Body></SOAP-ENV:Envelope>";
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static CasConfig config(int seconds) {
        return new CasConfig() {
            @Override
            public int ticket_seconds() {
                return seconds;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return CasConfig.class;
            }
        };
    }

    @Override
    public void close() {
        choicePage.close();
        otherNode.close();
        server.close();
        database.close();
    }
}
