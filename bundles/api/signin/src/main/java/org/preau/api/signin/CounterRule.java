package org.preau.api.signin;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.preau.api.base.Profile;

/**
 * Which profiles sign in at which counter of the tender (322A to 322C). The one rule: it narrows what any counter of these ids {@linkplain SignInCounter#serves serves}, at every sign-in and for every
 * running session. A counter of another id decides for itself.
 *
 * @since 1.0
 */
public enum CounterRule {
    /** 322A: pupils and guardians. */
    EDUCONNECT("educonnect", Profile.STUDENT, Profile.GUARDIAN),
    /** 322B: teachers and State staff, through the guichet agent (ARENA). */
    AGENT("agent", Profile.TEACHER, Profile.HEAD, Profile.STAFF, Profile.INSPECTOR, Profile.ADVISER, Profile.ACADEMY),
    /** 322C: the other profiles, and staff that the AAF lacks (611C); on demonstration and training instances everybody. */
    LOCAL("local", Profile.STAFF, Profile.TERRITORY, Profile.GUEST);

    private final String counter;
    private final Set<Profile> profiles;

    CounterRule(String counter, Profile... profiles) {
        this.counter = counter;
        this.profiles = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(profiles)));
    }

    /** The counter's id. */
    public String counter() {
        return counter;
    }

    /** Who signs in there. */
    public Set<Profile> profiles() {
        return profiles;
    }

    /** The rule of that counter. */
    public static Optional<CounterRule> of(String counter) {
        return Arrays.stream(values())
                .filter(rule -> rule.counter.equals(counter))
                .findFirst();
    }

    /**
     * Whether somebody of that profile may sign in there.
     *
     * @param counter the counter's id
     * @param present ids of the counters that are configured: local accounts are for everybody until both of the State's counters are there
     * @param everybody whether the operator has opened local accounts himself, as demonstration and training instances do; counts at {@link #LOCAL} only
     */
    public static boolean permits(String counter, Profile profile, Set<String> present, boolean everybody) {
        Optional<CounterRule> rule = of(counter);
        if (rule.isEmpty() || rule.get().profiles.contains(profile)) {
            return true;
        }
        return rule.get() == LOCAL && (everybody || !present.containsAll(Set.of(EDUCONNECT.counter, AGENT.counter)));
    }
}
