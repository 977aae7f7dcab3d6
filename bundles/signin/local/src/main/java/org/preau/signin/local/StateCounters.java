package org.preau.signin.local;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.base.Profile;
import org.preau.api.signin.SignInCounter;

/** Which of the State's counters are there: with both of them, local accounts are for those only whom neither serves (322A to 322C). */
@Component(service = StateCounters.class)
public final class StateCounters {
    private static final Set<Profile> LEFT =
            EnumSet.of(Profile.INSPECTOR, Profile.ADVISER, Profile.TERRITORY, Profile.GUEST, Profile.ACADEMY);

    private final AtomicInteger families = new AtomicInteger();
    private final AtomicInteger agents = new AtomicInteger();

    /** For the service registry. */
    @Activate
    public StateCounters() {}

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(component.name=org.preau.signin.educonnect.*)")
    void bindFamilies(SignInCounter counter) {
        families.incrementAndGet();
    }

    void unbindFamilies(SignInCounter counter) {
        families.decrementAndGet();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(component.name=org.preau.signin.agent.*)")
    void bindAgents(SignInCounter counter) {
        agents.incrementAndGet();
    }

    void unbindAgents(SignInCounter counter) {
        agents.decrementAndGet();
    }

    /** Whether somebody of that profile is left to local accounts. */
    boolean leave(Profile profile) {
        return families.get() == 0 || agents.get() == 0 || LEFT.contains(profile);
    }
}
