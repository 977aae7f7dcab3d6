package org.preau.sso.cas;

import java.lang.annotation.Annotation;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.preau.api.base.Profile;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.connectors.category3.Category3Policy;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.school.AskedSchoolChoice;
import org.preau.core.connect.testing.PortalServer;
import org.preau.core.persistence.testing.TestDatabase;

/** A CAS server on a loopback port with a real database, gate and category 3, one connector {@code quiz} and a pupil signed in. */
final class CasWorld implements AutoCloseable {
    static final String SERVICE = "https://quiz.example/app/login";

    final ConnectWorld portal = new ConnectWorld();
    final PortalSession pupil = portal.sessions.signIn("zoe.martin", Profile.STUDENT, portal.school);
    final MovedClock clock = new MovedClock();
    final SqlTickets tickets;
    final AskedSchoolChoice choice;
    final PortalServer server;
    /** The page that asks for the school, on a port of its own. */
    final PortalServer choicePage;

    private final TestDatabase database = TestDatabase.create();

    CasWorld() {
        Tx connect = database.tx(new ConnectUnit());
        portal.deploy(new Category3Policy());
        portal.deploy(new CasProtocol());
        portal.write("org.preau.connector~quiz.cfg", ConnectWorld.file());
        tickets = new SqlTickets(database.tx(new CasUnit()), clock, config(10));
        try {
            choice = portal.choice(connect, clock);
            server = new PortalServer(new CasEndpoint(
                    portal.catalogue, portal.gate(connect, clock), tickets, portal.sessions, portal.pages));
            choicePage = new PortalServer(portal.choicePage(choice));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The ticket that the pupil's browser brings to the service. */
    String ticketFor(String service) {
        return location(login(service, pupil)).replaceFirst(".*ticket=(ST-[0-9a-f]+).*", "$1");
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
        server.close();
        database.close();
    }

    /** A clock that tests move. */
    static final class MovedClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-23T08:30:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
