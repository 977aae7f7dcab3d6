package org.example.extras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.app.PortalApplication;
import org.preau.api.base.Profile;
import org.preau.api.console.CommandCall;
import org.preau.api.console.PortalCommand;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.testkit.Screen;
import org.preau.testkit.TestDatabase;
import org.preau.testkit.contract.PortalApplicationContract;

/** The contract of applications, and what goes round this one, on a real PostgreSQL. */
class ExtrasApplicationTest extends PortalApplicationContract {
    private static TestDatabase database;
    private static Tx tx;

    private Greetings greetings;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.create();
        tx = database.tx(new ExtrasUnit());
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void noGreetingsYet() {
        tx.writeSql(connection -> Rows.update(connection, "delete from extras_app.greeting"));
        greetings = new Greetings(tx, portal.hours(), portal.clock());
    }

    @Override
    protected PortalApplication application() {
        return new ExtrasApplication(greetings);
    }

    @Test
    void theIndicatorCountsWhatTheButtonDid() {
        Screen screen = portal.show(application(), "", portal.user(Profile.STUDENT));
        screen.click("Dire bonjour");
        screen.click("Dire bonjour");
        assertThat(screen.text()).contains("Bonjours de l’école aujourd’hui : 2");
        assertThat(new GreetingsIndicator(greetings).values(greetings.today()))
                .isEqualTo(Map.of(portal.school().school().id(), 2.0));
        assertThat(new GreetingsIndicator(greetings).values(greetings.today().minusDays(1)))
                .isEmpty();
    }

    @Test
    void theCommandListsADay() {
        UUID school = portal.school().school().id();
        greetings.greet(school);
        assertThat(listed()).contains(school.toString()).containsPattern("\\b1\\b");
        portal.clock().pass(Duration.ofDays(1));
        assertThat(listed()).doesNotContain(school.toString());
    }

    @Test
    void whatIsOlderThanAYearIsForgotten() {
        greetings.greet(portal.school().school().id());
        LocalDate day = greetings.today();
        portal.clock().pass(Duration.ofDays(367));
        new ForgetGreetings(greetings).run("");
        assertThat(greetings.of(day)).isEmpty();
    }

    @Test
    void healthFollowsTheLastGreeting() {
        GreetingsHealth health = new GreetingsHealth(greetings);
        assertThat(health.health().up()).isTrue();
        assertThat(health.vital()).isFalse();
    }

    @Test
    void helpAndLinkAreForWhoHasTheApplication() {
        assertThat(new GreetingHelp().shownTo(portal.user(Profile.STUDENT))).isTrue();
        assertThat(new GreetingHelp().shownTo(portal.user(Profile.GUARDIAN))).isFalse();
        assertThat(new GreetingsLink().shownTo(portal.user(Profile.HEAD))).isTrue();
        assertThat(new GreetingsLink().shownTo(portal.user(Profile.GUARDIAN))).isFalse();
        assertThat(new GreetingHelp().path()).isEqualTo(new GreetingsLink().path());
    }

    private String listed() {
        GreetingsListCommand command = new GreetingsListCommand(greetings);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(command.run(CommandCall.read(command.spec(), List.of(), Path.of(""), stream, stream)))
                .isEqualTo(PortalCommand.OK);
        return out.toString(StandardCharsets.UTF_8);
    }
}
