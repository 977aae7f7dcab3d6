package org.preau.signin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;

/** Who is left to local accounts once the State's counters are there. */
class StateCountersTest {
    private final StateCounters state = new StateCounters();
    private final LocalCounter other = new LocalCounter(Fakes.config(Map.of("profiles", "")), state);

    @Test
    void servesEveryoneWhileOneOfTheStatesCountersIsMissing() {
        assertThat(served(other)).containsExactly(Profile.values());
        state.bindFamilies(other);
        assertThat(served(other)).containsExactly(Profile.values());
    }

    @Test
    @Requirement("322C")
    void leavesToTheStatesCountersWhomTheyServe() {
        state.bindFamilies(other);
        state.bindAgents(other);

        assertThat(served(other))
                .containsExactly(Profile.INSPECTOR, Profile.ADVISER, Profile.TERRITORY, Profile.GUEST, Profile.ACADEMY);
        state.unbindAgents(other);
        assertThat(served(other)).containsExactly(Profile.values());
    }

    @Test
    void keepsToTheProfilesThatAreWritten() {
        state.bindFamilies(other);
        state.bindAgents(other);

        assertThat(served(new LocalCounter(Fakes.config(Map.of("profiles", "*")), state)))
                .containsExactly(Profile.values());
        assertThat(served(new LocalCounter(Fakes.config(Map.of("profiles", "TEACHER, GUEST")), state)))
                .containsExactly(Profile.TEACHER, Profile.GUEST);
    }

    private static List<Profile> served(LocalCounter counter) {
        return Arrays.stream(Profile.values()).filter(counter::serves).toList();
    }
}
