package org.preau.core.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.connector.ConnectorSwitch;
import org.preau.api.signin.SessionFilter;

/** What the switchboard closes and ends, for whom. */
class SwitchboardTest extends SecurityWorld {
    @Test
    void endsSessionsBelowStructureForWhoMay() {
        assertThatThrownBy(() -> switchboard.endSessions(admin, Set.of(school.id()), Set.of(), false))
                .isInstanceOf(PortalException.class);
        administered.add(school.id());
        assertThat(switchboard.endSessions(admin, Set.of(school.id()), Set.of(Profile.STUDENT), false))
                .isEqualTo(7);
        assertThat(touched)
                .containsExactly(new SessionFilter(Set.of(school.id()), Set.of(Profile.STUDENT), Set.of()) + " false");
        assertThat(audited).containsExactly("security.end-sessions structure:" + school.id());
        assertThatThrownBy(() -> switchboard.endSessions(admin, Set.of(), Set.of(), false))
                .as("the whole portal is more than a school")
                .isInstanceOf(PortalException.class);
    }

    @Test
    void exerciseTouchesNobodyAndIsAudited() {
        switchboard.endSessions(Subject.SYSTEM, Set.of(), Set.of(), true);
        switchboard.forceNewPasswords(Subject.SYSTEM, school.id(), Set.of(), true);
        switchboard.closeCounter(Subject.SYSTEM, "local", true);
        assertThat(touched).isNotEmpty().allMatch(one -> one.endsWith(" true"));
        assertThat(closed.closed("local")).isFalse();
        assertThat(audited).hasSize(3);
    }

    @Test
    void closedCounterIsClosedOnOtherNodeWhenTold() {
        ClosedCounters other = new ClosedCounters(tx);
        switchboard.closeCounter(Subject.SYSTEM, "educonnect", false);
        assertThat(closed.closed("educonnect")).isTrue();
        other.on(new CountersSwitched("educonnect"));
        assertThat(other.closed("educonnect")).isTrue();
        assertThat(new ClosedCounters(tx).all()).containsExactly("educonnect");
        board(other).openCounter(Subject.SYSTEM, "educonnect");
        closed.on(new CountersSwitched("educonnect"));
        assertThat(closed.closed("educonnect")).isFalse();
    }

    @Test
    void suspendsAConnectorForWhoMayEverywhere() {
        switchboard.connectors = new ConnectorSwitch() {
            @Override
            public int suspend(Subject by, String connectorId, boolean exercise) {
                touched.add(connectorId + " " + exercise);
                return 5;
            }

            @Override
            public void resume(Subject by, String connectorId) {
                touched.add(connectorId + " resumed");
            }

            @Override
            public Set<String> suspended() {
                return Set.of("quiz");
            }
        };
        assertThatThrownBy(() -> switchboard.suspendConnector(admin, "quiz", false))
                .isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> switchboard.resumeConnector(admin, "quiz")).isInstanceOf(PortalException.class);
        assertThat(switchboard.suspendConnector(Subject.SYSTEM, "quiz", true)).isEqualTo(5);
        switchboard.resumeConnector(Subject.SYSTEM, "quiz");

        assertThat(touched).containsExactly("quiz true", "quiz resumed");
        assertThat(switchboard.suspendedConnectors()).containsExactly("quiz");
    }
}
