package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.preau.api.base.Profile;
import org.preau.api.base.Requirement;
import org.preau.api.signin.CounterRule;

/** Profile by profile: which counters let him in, whatever the counters themselves say, and whichever of them are configured. */
class CounterRuleMatrixTest {
    private static final List<String> ALL = List.of("educonnect", "agent", "local");

    private final Counters counters = new Counters();

    /** The tender's own table (322A to 322C), written down once more. */
    static Stream<Arguments> tender() {
        return Stream.of(
                Arguments.of(Profile.STUDENT, Set.of("educonnect")),
                Arguments.of(Profile.GUARDIAN, Set.of("educonnect")),
                Arguments.of(Profile.TEACHER, Set.of("agent")),
                Arguments.of(Profile.HEAD, Set.of("agent")),
                Arguments.of(Profile.STAFF, Set.of("agent", "local")),
                Arguments.of(Profile.INSPECTOR, Set.of("agent")),
                Arguments.of(Profile.ADVISER, Set.of("agent")),
                Arguments.of(Profile.TERRITORY, Set.of("local")),
                Arguments.of(Profile.ACADEMY, Set.of("agent")),
                Arguments.of(Profile.GUEST, Set.of("local")));
    }

    @ParameterizedTest
    @MethodSource("tender")
    @Requirement({"322A", "322B", "322C"})
    void letsAProfileInAtItsCountersOnly(Profile profile, Set<String> expected) {
        configure(ALL);

        assertThat(open(profile)).isEqualTo(new TreeSet<>(expected));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"322A", "322B", "322C"})
    void keepsTheStatesCountersToTheirProfilesWhateverElseIsThere(Profile profile) {
        configure(List.of("educonnect", "local"));
        assertThat(open(profile)).contains("local");
        assertThat(open(profile).contains("educonnect"))
                .isEqualTo(CounterRule.EDUCONNECT.profiles().contains(profile));

        clear();
        configure(List.of("agent", "local"));
        assertThat(open(profile)).contains("local");
        assertThat(open(profile).contains("agent"))
                .isEqualTo(CounterRule.AGENT.profiles().contains(profile));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("322C")
    void takesTheOperatorAtHisWordForLocalAccountsOnly(Profile profile) {
        for (String id : ALL) {
            TestCounter counter = new TestCounter(id);
            counter.written = true;
            counters.bindCounter(counter);
        }

        assertThat(open(profile)).contains("local");
        assertThat(open(profile).contains("educonnect"))
                .isEqualTo(CounterRule.EDUCONNECT.profiles().contains(profile));
        assertThat(open(profile).contains("agent"))
                .isEqualTo(CounterRule.AGENT.profiles().contains(profile));
    }

    @ParameterizedTest
    @EnumSource
    void leavesACounterOfAnotherNameToDecideForItself(Profile profile) {
        configure(ALL);
        TestCounter region = new TestCounter("region");
        region.served = EnumSet.of(Profile.TERRITORY);
        counters.bindCounter(region);

        assertThat(counters.serves(region, profile)).isEqualTo(profile == Profile.TERRITORY);
    }

    @ParameterizedTest
    @EnumSource
    void everyProfileHasACounter(Profile profile) {
        assertThat(CounterRule.values()).anyMatch(rule -> rule.profiles().contains(profile));
    }

    private Set<String> open(Profile profile) {
        TreeSet<String> open = new TreeSet<>();
        counters.sorted().forEach(counter -> {
            if (counters.serves(counter, profile)) {
                open.add(counter.id());
            }
        });
        return open;
    }

    private void configure(List<String> ids) {
        ids.forEach(id -> counters.bindCounter(new TestCounter(id)));
    }

    private void clear() {
        counters.sorted().forEach(counters::unbindCounter);
    }
}
