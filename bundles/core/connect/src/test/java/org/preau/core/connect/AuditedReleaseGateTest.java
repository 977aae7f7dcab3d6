package org.preau.core.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.audit.AuditEntry;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.connector.UserFacts;
import org.preau.api.signin.PortalSession;

class AuditedReleaseGateTest extends GateWorld {
    private static final String DESTINATION = "https://quiz.example/app/login?secret=1";
    private final Everything category3 = new Everything();

    @BeforeEach
    void deploy() {
        world.deploy(category3);
        world.deploy(new Cas());
        world.write("org.preau.connector~quiz.cfg", ConnectWorld.file());
        world.write("org.preau.connector~other.cfg", ConnectWorld.file());
    }

    @Test
    @Requirement("3113-3")
    void givesAnOpaqueIdentifierForEachUserAndConnector() {
        String id = identifier(pupil, "quiz");

        assertThat(id).matches("[0-9a-f]{40}").isEqualTo(identifier(pupil, "quiz"));
        assertThat(id).isNotEqualTo(identifier(pupil, "other"));
        assertThat(id).isNotEqualTo(identifier(world.sessions.signIn("leo", Profile.STUDENT, world.school), "quiz"));
    }

    @Test
    @Requirement("3113-3")
    void keepsTheIdentifierWhenTheKeyRotates() {
        String before = identifier(pupil, "quiz");
        world.keys.rotate("connect.pairwise");

        assertThat(identifier(pupil, "quiz")).isEqualTo(before);
        assertThat(identifier(pupil, "other")).matches("[0-9a-f]{40}");
    }

    @Test
    void givesOneIdentifierToFirstReleasesAtTheSameTime() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(i -> () -> identifier(pupil, "quiz"))
                    .toList();
            assertThat(threads.invokeAll(calls).stream()
                            .map(AuditedReleaseGateTest::result)
                            .collect(Collectors.toSet()))
                    .hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void auditsWhatLeavesForWhomAndWhereTo() {
        String id = identifier(pupil, "quiz");

        AuditEntry entry = world.audit.entries().get(0);
        assertThat(entry.accountId()).isEqualTo(pupil.accountId());
        assertThat(entry.action()).isEqualTo("connector.release");
        assertThat(entry.target()).isEqualTo("connector:quiz");
        assertThat(entry.details())
                .isEqualTo(Map.of(
                        "destination", "https://quiz.example/app/login",
                        "category", "3",
                        "protocol", "cas",
                        "identifier", id,
                        "attributes", "profile,uai",
                        "profile", "National_elv",
                        "uai", "0240001A"));
    }

    @Test
    void releasesNothingThatCannotBeAudited() {
        world.audit.breakDown(true);

        assertThatExceptionOfType(PortalException.class).isThrownBy(() -> release("quiz"));
        assertThat(kept()).isZero();
    }

    @Test
    void keepsNoTraceWhenNothingLeaves() {
        category3.silent = true;

        assertThat(release("quiz")).isEqualTo(new ReleaseOutcome.Released(Release.NOTHING));
        assertThat(world.audit.entries()).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void refusesWhoIsNotInTheAudienceOrHasItSwitchedOff() {
        PortalSession guardian = world.sessions.signIn("gil", Profile.GUARDIAN, world.school);
        assertThat(gate.release(guardian, connector("quiz"), DESTINATION))
                .isInstanceOf(ReleaseOutcome.NotForUser.class);

        world.toggles.switchOff("connector:quiz");
        assertThat(release("quiz")).isInstanceOf(ReleaseOutcome.NotForUser.class);
        assertThat(world.audit.entries()).isEmpty();
    }

    @Test
    void refusesAConnectorThatIsNotTheDeclaredOne() {
        Connector before = connector("quiz");
        world.write("org.preau.connector~quiz.cfg", ConnectWorld.file("audience.profiles", "*"));

        assertThat(gate.release(pupil, before, DESTINATION)).isInstanceOf(ReleaseOutcome.NotForUser.class);
    }

    @Test
    void refusesAnAddressThatIsNotTheConnectors() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gate.release(pupil, connector("quiz"), "https://evil.example/app/"));
    }

    @Test
    void isUnavailableWithoutItsCategory() {
        world.undeploy(category3);

        assertThat(release("quiz")).isInstanceOfSatisfying(ReleaseOutcome.Unavailable.class, it -> assertThat(it.why())
                .contains("category 3"));
    }

    private Connector connector(String id) {
        return world.catalogue.byId(id).orElseThrow();
    }

    private ReleaseOutcome release(String connector) {
        return gate.release(pupil, connector(connector), DESTINATION);
    }

    private String identifier(PortalSession session, String connector) {
        ReleaseOutcome outcome = gate.release(session, connector(connector), DESTINATION);
        return ((ReleaseOutcome.Released) outcome).release().userId().orElseThrow();
    }

    private long kept() {
        return tx.readSql(connection -> {
            try (var select =
                    connection.prepareStatement("select count(*) from connect.pairwise where account_id = ?")) {
                select.setObject(1, pupil.accountId());
                try (var row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private static String result(Future<String> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static final class Everything implements CategoryPolicy {
        private boolean silent;

        @Override
        public int category() {
            return 3;
        }

        @Override
        public Release release(Connector connector, UserFacts user) {
            if (silent) {
                return Release.NOTHING;
            }
            Map<String, List<String>> attributes = new java.util.LinkedHashMap<>();
            attributes.put("profile", List.of(user.profile()));
            attributes.put("uai", List.of(user.uai()));
            return new Release(Optional.of(user.pairwiseId()), attributes);
        }
    }

    private static final class Cas implements SsoProtocol {
        @Override
        public String name() {
            return "cas";
        }

        @Override
        public void launch(
                HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
            throw new UnsupportedOperationException();
        }
    }
}
