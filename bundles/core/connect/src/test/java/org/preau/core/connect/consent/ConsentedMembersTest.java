package org.preau.core.connect.consent;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.connect.ConnectWorld;
import org.preau.core.connect.testing.AskingPolicy;
import org.preau.core.persistence.testing.TestDatabase;

/** Whom a service of category 5 may list: who agreed, for as long as he agrees, and never an attribute of his. */
@Requirement("3113-5")
class ConsentedMembersTest {
    private static final String UAI = "0240001A";
    private static TestDatabase database;
    private static Tx tx;

    private final ConnectWorld world = new ConnectWorld();
    private final PortalSession teacher = world.sessions.signIn("ana", Profile.TEACHER, world.school);
    private final ReleaseGate gate = world.gate(tx, Clock.systemUTC());
    private final Consents consents = world.consents(tx, Clock.systemUTC());

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new ConnectUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void deploy() {
        world.deploy(new AskingPolicy());
        world.deploy(new Listing());
        world.write(
                "org.preau.connector~quiz.cfg",
                ConnectWorld.file("category", "5", "protocol", "listing", "attributes", "ENTPersonNom"));
        world.people.know(teacher);
        world.directory.join(teacher);
    }

    @Test
    void listsWhoAgreedByIdentifierAloneUntilHeTakesItBack() {
        assertThat(listed()).isEmpty();
        consents.give(teacher, teacher.personId(), consents.terms(quiz()).orElseThrow(), Set.of("ENTPersonNom"));
        assertThat(listed()).as("agreed, but was never there").isEmpty();
        assertThat(gate.release(teacher, quiz(), "https://quiz.example/app/x"))
                .isInstanceOfSatisfying(
                        ReleaseOutcome.Released.class,
                        released -> assertThat(released.release().attributes()).containsKey("ENTPersonNom"));

        assertThat(listed()).singleElement().satisfies(member -> {
            assertThat(member.userId()).isPresent();
            assertThat(member.attributes()).isEqualTo(Map.of());
        });
        assertThat(world.audit.entries()).anyMatch(entry -> entry.action().equals("connector.members"));

        consents.withdraw(teacher, teacher.personId(), "quiz");
        assertThat(listed()).isEmpty();
    }

    @Test
    void listsNothingForAProtocolThatListsNobodyOrAnotherSchool() {
        assertThat(gate.members(quiz(), "0000000X", PageRequest.first(10))).isEmpty();
        world.toggles.switchOff("connector:quiz");
        assertThat(gate.members(quiz(), UAI, PageRequest.first(10))).isEmpty();
        assertThat(gate.serves(quiz(), UAI)).isFalse();
    }

    private List<Release> listed() {
        return gate.members(quiz(), UAI, PageRequest.first(10)).orElseThrow().items();
    }

    private Connector quiz() {
        return world.catalogue.byId("quiz").orElseThrow();
    }

    /** A protocol whose services may list members. */
    private static final class Listing implements SsoProtocol {
        @Override
        public String name() {
            return "listing";
        }

        @Override
        public boolean listsMembers(Connector connector) {
            return true;
        }

        @Override
        public void launch(
                HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
            throw new UnsupportedOperationException();
        }
    }
}
