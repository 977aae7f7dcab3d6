package org.preau.core.connect.visit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ServiceVisits.Visit;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.testing.FakeExchanges;
import org.preau.core.persistence.testing.Soon;
import org.preau.testkit.SettableClock;

/** Two nodes on one database, two services {@code quiz} and {@code other}, somebody signed in. */
final class VisitWorld implements AutoCloseable {
    final ConnectWorld portal = new ConnectWorld();
    final SettableClock clock = SettableClock.at(Instant.parse("2026-11-23T08:30:00Z"));
    final FakeExchanges exchanges = new FakeExchanges();
    final TellingProtocol protocol = new TellingProtocol();
    final PortalSession session = portal.sessions.signIn("zoe", Profile.STUDENT, portal.school);
    final SqlVisits visits;
    final SqlFarewells farewells;
    final ServiceTelling node;
    final ServiceTelling otherNode;
    final SqlServiceVisits noting;

    VisitWorld(Tx tx, Duration limit) {
        portal.deploy(protocol);
        portal.write("org.preau.connector~quiz.cfg", ConnectWorld.file());
        portal.write(
                "org.preau.connector~other.cfg",
                ConnectWorld.file("name.fr", "Autre", "logout.url", "https://other.example/logout"));
        visits = new SqlVisits(tx, clock);
        farewells = new SqlFarewells(tx, clock);
        node = new ServiceTelling(visits, portal.catalogue, portal.parts, exchanges, limit);
        otherNode = new ServiceTelling(visits, portal.catalogue, portal.parts, exchanges, limit);
        noting = new SqlServiceVisits(visits, portal.sessions, node);
    }

    void visit(String connector, String handle) {
        noting.note(session, portal.catalogue.byId(connector).orElseThrow(), handle);
    }

    /** What became of each service. */
    Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        visits.of(session.id())
                .forEach(visit -> states.put(
                        visit.connector(), visit.state() + (visit.failures() == 0 ? "" : " " + visit.failures())));
        return states;
    }

    void become(String quiz, String other) {
        Soon.holds(quiz + ", " + other, () -> states().equals(Map.of("quiz", quiz, "other", other)));
    }

    @Override
    public void close() {
        protocol.release.countDown();
        node.close();
        otherNode.close();
    }

    /** Answers as a test says. */
    static final class TellingProtocol implements SsoProtocol {
        final List<String> told = new CopyOnWriteArrayList<>();
        final Map<String, LogoutAnswer> answers = new ConcurrentHashMap<>();
        final Map<String, URI> frames = new ConcurrentHashMap<>();
        final CountDownLatch release = new CountDownLatch(1);
        volatile String hanging = "";

        @Override
        public String name() {
            return "cas";
        }

        @Override
        public void launch(
                HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LogoutAnswer logout(Visit visit) {
            String id = visit.connector().id();
            told.add(id + " " + visit.handle());
            if (hanging.equals(id)) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return answers.getOrDefault(id, LogoutAnswer.DONE);
        }

        @Override
        public Optional<URI> frontChannelLogout(Visit visit) {
            return Optional.ofNullable(frames.get(visit.connector().id()));
        }
    }
}
