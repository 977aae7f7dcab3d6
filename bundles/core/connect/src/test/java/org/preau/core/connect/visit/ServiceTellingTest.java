package org.preau.core.connect.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.connector.SsoProtocol.LogoutAnswer;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.SessionEnded;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.persistence.testing.Soon;
import org.preau.core.persistence.testing.TestDatabase;

class ServiceTellingTest {
    private static TestDatabase database;
    private static Tx tx;

    private VisitWorld world = new VisitWorld(tx, Duration.ofSeconds(30));

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new ConnectUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Requirement("3112A")
    void tellsEachServiceOnceHoweverManyNodesHearOfIt() {
        world.visit("quiz", "ticket-1");
        world.visit("quiz", "ticket-1");
        world.visit("quiz", "ticket-2");
        world.visit("other", "sid");

        SessionEnded event = new SessionEnded(List.of(world.session.id()));
        new EndedSessions(world.node).on(event);
        new EndedSessions(world.otherNode).on(event);
        new EndedSessions(world.node).on(event);

        Soon.holds("noted", () -> world.exchanges.lines().size() >= 3);
        world.become("DONE", "DONE");
        assertThat(world.protocol.told).containsExactlyInAnyOrder("quiz ticket-1", "quiz ticket-2", "other sid");
        assertThat(world.exchanges.lines()).containsExactlyInAnyOrder("quiz logout", "quiz logout", "other logout");
    }

    @Test
    void tellsNobodyOfASessionThatRunsOn() {
        world.visit("quiz", "ticket");

        new EndedSessions(world.node).on(new SessionEnded(List.of(new java.util.UUID(1, 1))));
        new TellAgainJob(world.node, world.visits).run("");

        assertThat(world.states()).isEqualTo(Map.of("quiz", "OPEN"));
    }

    @Test
    void tellsAgainWhoDidNotAnswerLessAndLessOftenAndGivesUpAtLast() {
        world.protocol.answers.put("quiz", LogoutAnswer.FAILED);
        world.protocol.answers.put("other", LogoutAnswer.NOT_OFFERED);
        world.visit("quiz", "ticket");
        world.visit("other", "sid");
        world.node.sessionsEnded(List.of(world.session.id()));
        world.become("PENDING 1", "NOT_OFFERED");

        world.clock.pass(Duration.ofSeconds(19));
        assertThat(world.visits.take(10)).isEmpty();
        for (int failures = 2; failures <= 3; failures++) {
            world.clock.pass(Duration.ofMinutes(3));
            new TellAgainJob(world.node, world.visits).run("");
            world.become("PENDING " + failures, "NOT_OFFERED");
        }
        world.clock.pass(Duration.ofMinutes(11));
        new TellAgainJob(world.node, world.visits).run("");

        world.become("FAILED 3", "NOT_OFFERED");
        assertThat(world.protocol.told.stream().filter("quiz ticket"::equals)).hasSize(4);
        assertThat(world.exchanges.lines()).last().asString().contains("quiz logout", "given up");
    }

    @Test
    void isHeldUpByNoServiceThatHangs() {
        world.close();
        world = new VisitWorld(tx, Duration.ofMillis(500));
        world.protocol.hanging = "quiz";
        world.visit("quiz", "ticket");
        world.visit("other", "sid");

        world.node.sessionsEnded(List.of(world.session.id()));

        world.become("PENDING 1", "DONE");
    }

    @Test
    void takesOverWhatANodeThatDiedHadTakenOn() {
        world.visit("quiz", "ticket");
        world.visit("other", "sid");
        world.visits.end(List.of(world.session.id()));
        assertThat(world.visits.take(10)).hasSize(2);
        assertThat(world.visits.take(10)).isEmpty();

        world.clock.pass(Duration.ofSeconds(61));
        new TellAgainJob(world.otherNode, world.visits).run("");

        world.become("DONE", "DONE");
    }

    @Test
    void tellsAServiceThatSignedInWhileTheSessionEnded() {
        world.portal.sessions.end(world.session);

        world.visit("quiz", "late");

        Soon.holds("told", () -> world.states().equals(Map.of("quiz", "DONE")));
        assertThat(world.protocol.told).containsExactly("quiz late");
    }

    @Test
    void triesAgainWhenTheConnectorIsAwayForAMoment() {
        world.visit("quiz", "ticket");
        world.visit("other", "sid");
        world.portal.delete("org.preau.connector~quiz.cfg");

        world.node.sessionsEnded(List.of(world.session.id()));

        world.become("PENDING 1", "DONE");
    }

    @Test
    void tellsOfHundredsOfSessions() {
        List<java.util.UUID> sessions = new java.util.ArrayList<>();
        for (int i = 0; i < 300; i++) {
            var somebody =
                    world.portal.sessions.signIn("u" + i, org.preau.api.base.Profile.STUDENT, world.portal.school);
            world.noting.note(somebody, world.portal.catalogue.byId("quiz").orElseThrow(), "t" + i);
            sessions.add(somebody.id());
        }

        world.node.sessionsEnded(sessions);
        world.otherNode.sessionsEnded(sessions);

        Soon.holds("all told", () -> world.protocol.told.size() >= 300);
        assertThat(world.protocol.told).doesNotHaveDuplicates().hasSize(300);
    }

    @Test
    void keepsResultsForAnHour() {
        world.visit("quiz", "ticket");
        world.visit("other", "sid");
        world.node.sessionsEnded(List.of(world.session.id()));
        world.become("DONE", "DONE");

        world.clock.pass(Duration.ofMinutes(59));
        world.visits.forget();
        assertThat(world.states()).hasSize(2);
        world.clock.pass(Duration.ofMinutes(2));
        world.visits.forget();
        assertThat(world.states()).isEmpty();
    }

    @Test
    void wantsHandlesThatFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> world.visit("quiz", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> world.visit("quiz", "x".repeat(2_001)));
        world.visit("quiz", "é".repeat(2_000));
    }
}
