package org.preau.sso.cas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apereo.cas.client.validation.AbstractUrlBasedTicketValidator;
import org.apereo.cas.client.validation.Assertion;
import org.apereo.cas.client.validation.Cas10TicketValidator;
import org.apereo.cas.client.validation.Cas20ServiceTicketValidator;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;
import org.apereo.cas.client.validation.TicketValidationException;
import org.apereo.cas.client.validation.json.Cas30JsonServiceTicketValidator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.signin.PortalSession;

/** The server as the services of the field see it: through Apereo's own client library. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasClientTest {
    private CasWorld world;
    private String prefix;

    @BeforeAll
    void open() {
        world = new CasWorld();
        prefix = world.server.address("/sso/cas");
    }

    @AfterAll
    void close() {
        world.close();
    }

    Stream<AbstractUrlBasedTicketValidator> validatorsWithAttributes() {
        return Stream.of(
                new Cas30ServiceTicketValidator(prefix),
                new Cas20ServiceTicketValidator(prefix),
                new Cas30JsonServiceTicketValidator(prefix));
    }

    @ParameterizedTest
    @MethodSource("validatorsWithAttributes")
    @Requirement({"3112A", "3113-3"})
    void givesUserAndAttributesOfCategory3AndNothingElse(AbstractUrlBasedTicketValidator validator) throws Exception {
        Assertion assertion = validator.validate(world.ticketFor(CasWorld.SERVICE), CasWorld.SERVICE);

        String user = assertion.getPrincipal().getName();
        assertThat(user).matches("[0-9a-f]{40}");
        assertThat(flat(assertion.getPrincipal().getAttributes()))
                .isEqualTo(Map.of(
                        "uid", user,
                        "ENTPersonProfils", "National_elv",
                        "ENTPersonStructRattachUAI", "0240001A"));
    }

    @Test
    void givesTheUserByCas1() throws Exception {
        Assertion assertion =
                new Cas10TicketValidator(prefix).validate(world.ticketFor(CasWorld.SERVICE), CasWorld.SERVICE);

        assertThat(assertion.getPrincipal().getName()).matches("[0-9a-f]{40}");
    }

    @Test
    void refusesATicketUsedTwice() throws Exception {
        String ticket = world.ticketFor(CasWorld.SERVICE);
        validator().validate(ticket, CasWorld.SERVICE);

        refused(ticket, CasWorld.SERVICE, "unknown, used or too old");
    }

    @Test
    void acceptsATicketOnceOfTenValidationsAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            for (int round = 0; round < 5; round++) {
                String ticket = world.ticketFor(CasWorld.SERVICE);
                CountDownLatch together = new CountDownLatch(10);
                List<Callable<Boolean>> calls = IntStream.range(0, 10)
                        .<Callable<Boolean>>mapToObj(i -> () -> {
                            together.countDown();
                            together.await();
                            return accepted(ticket);
                        })
                        .toList();
                assertThat(threads.invokeAll(calls).stream().filter(CasClientTest::yes))
                        .hasSize(1);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void refusesATicketOfAnotherServiceAndUsesItUp() throws Exception {
        String ticket = world.ticketFor(CasWorld.SERVICE);

        refused(ticket, "https://quiz.example/app/other", "another service");
        refused(ticket, CasWorld.SERVICE, "unknown, used or too old");
    }

    @Test
    void refusesATicketThatIsTooOld() {
        String ticket = world.ticketFor(CasWorld.SERVICE);
        world.clock.pass(Duration.ofSeconds(10));

        refused(ticket, CasWorld.SERVICE, "unknown, used or too old");
    }

    @Test
    void refusesATicketWhoseUserHasSignedOut() {
        PortalSession teacher = world.portal.sessions.signIn("ana", Profile.TEACHER, world.portal.school);
        String location = CasWorld.location(world.login(CasWorld.SERVICE, teacher));
        world.portal.sessions.end(teacher);

        refused(location.substring(location.indexOf("ST-")), CasWorld.SERVICE, "signed out");
    }

    @Test
    void refusesAMadeUpTicket() {
        refused("ST-" + "0".repeat(64), CasWorld.SERVICE, "unknown, used or too old");
        refused("PT-1' or '1'='1", CasWorld.SERVICE, "unknown, used or too old");
    }

    private Cas30ServiceTicketValidator validator() {
        return new Cas30ServiceTicketValidator(prefix);
    }

    private void refused(String ticket, String service, String why) {
        assertThatExceptionOfType(TicketValidationException.class)
                .isThrownBy(() -> validator().validate(ticket, service))
                .withMessageContaining(why);
    }

    private boolean accepted(String ticket) {
        try {
            validator().validate(ticket, CasWorld.SERVICE);
            return true;
        } catch (TicketValidationException e) {
            return false;
        }
    }

    private static boolean yes(Future<Boolean> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The JSON validator gives lists, the XML ones single values. */
    private static Map<String, Object> flat(Map<String, Object> attributes) {
        Map<String, Object> flat = new java.util.HashMap<>();
        attributes.forEach((name, value) -> flat.put(name, value instanceof List<?> several ? several.get(0) : value));
        return flat;
    }
}
