package org.preau.core.admin.toggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.app.HiddenChanged;
import org.preau.api.app.TogglesChanged;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditEntry;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalEvent;
import org.preau.api.base.PortalException;
import org.preau.api.base.Requirement;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.persistence.Tx;
import org.preau.api.signin.PortalSession;
import org.preau.core.persistence.testing.TestDatabase;

class SqlTogglesTest {
    private static final String NEWS = "app:news";
    private static TestDatabase database;
    private static Tx tx;

    private final World world = new World();
    private final Doorman authorisation = new Doorman();
    private final List<PortalEvent> events = new ArrayList<>();
    private final List<String> trail = new ArrayList<>();
    private final SqlToggles toggles = node();

    private final PortalSession pupil = world.pupil(world.firstClass);
    private final PortalSession neighbour = world.pupil(world.secondClass);
    private final PortalSession far = world.pupil(world.southClass);
    private final PortalSession teacher = world.teacher(world.firstClass);
    private final PortalSession head = world.head(world.northSchool);
    private final PortalSession guardian = world.guardian(null, world.firstClass);

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new ToggleUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void leavesEverythingOnByDefault() {
        assertThat(having("app:other")).containsExactly(pupil, neighbour, far, teacher, head, guardian);
    }

    @Test
    @Requirement({"57D", "613A bis"})
    void switchesOffForThePupilsAndGuardiansOfAClassOnly() {
        switchOff(NEWS, Scope.schoolClass(world.firstClass));

        assertThat(having(NEWS)).containsExactly(neighbour, far, teacher, head);
    }

    @Test
    @Requirement("613A")
    void switchesOffForASchool() {
        switchOff(NEWS, Scope.structure(world.northSchool));

        assertThat(having(NEWS)).containsExactly(far);
    }

    @Test
    @Requirement("613A")
    void switchesOffForAllBelowAStructure() {
        switchOff(NEWS, Scope.structure(world.south));
        assertThat(having(NEWS)).doesNotContain(far).hasSize(5);

        switchOff(NEWS, Scope.structure(world.academy));
        assertThat(having(NEWS)).isEmpty();
    }

    @Test
    void neverWidensWhatALevelAboveNarrowed() {
        Scope ownClass = Scope.schoolClass(world.firstClass);
        switchOff(NEWS, Scope.structure(world.north));
        authorisation.open.add(ownClass);
        toggles.set(Subject.SYSTEM, NEWS, ownClass, true);

        assertThat(toggles.on(NEWS, pupil)).isFalse();
        assertThat(toggles.onAbove(NEWS, ownClass)).isFalse();
        assertThat(toggles.onAbove(NEWS, Scope.structure(world.northSchool))).isFalse();
        assertThat(toggles.onAbove(NEWS, Scope.structure(world.north))).isTrue();
        assertThat(toggles.onAbove(NEWS, Scope.structure(world.southSchool))).isTrue();
    }

    @Test
    void tellsWhatIsSwitchedAtAScopeAndTakesItBack() {
        Scope school = Scope.structure(world.northSchool);
        switchOff(NEWS, school);
        switchOff("connector:elea", school);
        assertThat(toggles.at(school)).isEqualTo(Map.of(NEWS, false, "connector:elea", false));

        toggles.set(Subject.SYSTEM, NEWS, school, true);
        assertThat(toggles.at(school)).isEqualTo(Map.of("connector:elea", false));
        assertThat(toggles.on(NEWS, pupil)).isTrue();
        assertThat(events).contains(new TogglesChanged(NEWS));
        assertThat(trail).hasSize(3).contains("toggle.set app:news");
    }

    @Test
    void givesAGuardianWhatOneOfHisChildrenHasAndOnlyThatOfTheChildLookedAt() {
        switchOff(NEWS, Scope.schoolClass(world.firstClass));

        assertThat(toggles.on(NEWS, world.guardian(null, world.firstClass, world.southClass)))
                .isTrue();
        assertThat(toggles.on(NEWS, world.guardian(world.firstClass, world.firstClass, world.southClass)))
                .isFalse();
        assertThat(toggles.on(NEWS, world.guardian(world.southClass, world.firstClass, world.southClass)))
                .isTrue();
    }

    @Test
    void refusesWhoMayNot() {
        assertThatThrownBy(() -> toggles.set(teacher.subject(), NEWS, Scope.structure(world.northSchool), false))
                .isInstanceOfSatisfying(PortalException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ErrorCode.FORBIDDEN));
        assertThat(toggles.on(NEWS, pupil)).isTrue();
        assertThat(events).isEmpty();
    }

    @Test
    void keepsTheConsoleOn() {
        Scope school = Scope.structure(world.northSchool);
        assertThatThrownBy(() -> toggles.set(Subject.SYSTEM, SqlToggles.CONSOLE, school, false))
                .isInstanceOf(PortalException.class);
        assertThat(toggles.on(SqlToggles.CONSOLE, head)).isTrue();
    }

    @Test
    void refusesWhatIsNoItem() {
        for (String item : List.of("news", "app:", "app:../x", "connector:Élea", "other:x")) {
            assertThatThrownBy(() -> toggles.hide(pupil.subject(), item, true))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Requirement("51E")
    void hidesFromOneUserOnly() {
        toggles.hide(teacher.subject(), NEWS, true);

        assertThat(having(NEWS)).containsExactly(pupil, neighbour, far, head, guardian);
        assertThat(toggles.hiddenBy(teacher.subject())).containsExactly(NEWS);
        assertThat(events).containsExactly(new HiddenChanged(teacher.accountId()));
        toggles.hide(teacher.subject(), NEWS, false);
        assertThat(toggles.on(NEWS, teacher)).isTrue();
    }

    @Test
    void isKnownToAnotherNodeOnceItIsTold() {
        SqlToggles other = node();
        assertThat(other.on(NEWS, pupil)).isTrue();
        switchOff(NEWS, Scope.structure(world.academy));
        toggles.hide(far.subject(), "app:x", true);
        assertThat(other.on("app:x", far)).isFalse();

        new TogglesListener(other).on(new TogglesChanged(NEWS));
        assertThat(other.on(NEWS, pupil)).isFalse();
        toggles.hide(far.subject(), "app:x", false);
        new HiddenListener(other).on(new HiddenChanged(far.accountId()));
        assertThat(other.on("app:x", far)).isTrue();
    }

    private void switchOff(String item, Scope scope) {
        authorisation.open.add(scope);
        toggles.set(Subject.SYSTEM, item, scope, false);
    }

    private List<PortalSession> having(String item) {
        return List.of(pupil, neighbour, far, teacher, head, guardian).stream()
                .filter(session -> toggles.on(item, session))
                .toList();
    }

    private SqlToggles node() {
        return new SqlToggles(
                tx,
                world,
                world,
                authorisation,
                new Audit() {
                    @Override
                    public void record(Subject subject, String action, String target, Map<String, String> details) {
                        trail.add(action + " " + target);
                    }

                    @Override
                    public Page<AuditEntry> latest(String actionPrefix, PageRequest page) {
                        return new Page<>(List.of(), 0);
                    }
                },
                events::add,
                Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC));
    }

    /** Lets pass at the scopes noted only. */
    private static final class Doorman implements Authorisation {
        final Set<Scope> open = new HashSet<>();

        @Override
        public boolean allows(Subject subject, String action, Scope target) {
            return action.equals(ToggleRule.SET) && open.contains(target);
        }

        @Override
        public void require(Subject subject, String action, Scope target) {
            if (!allows(subject, action, target)) {
                throw new PortalException(ErrorCode.FORBIDDEN, "no", null);
            }
        }

        @Override
        public Set<UUID> perimeterOf(Subject subject, String action) {
            return Set.of();
        }
    }
}
