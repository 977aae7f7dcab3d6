package org.preau.api.signin;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.preau.api.base.Profile;

/**
 * Which profiles sign in at which counter of the tender (322A to 322C): what {@link SignInCounter#serves} of these counters keeps to, once the State's counters are configured.
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
}
