package org.preau.core.session;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.Profile;
import org.preau.api.signin.CounterRule;
import org.preau.api.signin.CounterSwitch;
import org.preau.api.signin.SignInCounter;

/** The sign-in counters that are there, in their order. */
@Component(service = Counters.class)
public final class Counters {
    private final List<SignInCounter> counters = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable CounterSwitch closures;

    /** For the service registry. */
    @Activate
    public Counters() {}

    Counters(CounterSwitch closures) {
        this.closures = closures;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindCounter(SignInCounter counter) {
        counters.add(counter);
    }

    void unbindCounter(SignInCounter counter) {
        counters.remove(counter);
    }

    /** Whether an administrator has closed that counter. */
    boolean closed(String id) {
        CounterSwitch known = closures;
        return known != null && known.closed(id);
    }

    List<SignInCounter> sorted() {
        return counters.stream()
                .map(counter -> closed(counter.id()) ? new ClosedCounter(counter) : counter)
                .sorted(Comparator.comparingInt(SignInCounter::order).thenComparing(SignInCounter::id))
                .toList();
    }

    Optional<SignInCounter> byId(String id) {
        return counters.stream().filter(counter -> counter.id().equals(id)).findFirst();
    }

    /**
     * Whether a session opened at that counter may be of that profile (322A to 322C). While the counter is not there to tell, the session stays as it was.
     *
     * @param before the profile that the session was last found to have
     */
    boolean serves(String id, Profile profile, Profile before) {
        return byId(id).map(counter -> serves(counter, profile)).orElse(profile == before);
    }

    /** Whether somebody of that profile may sign in at that counter now: what the counter says, narrowed by {@link CounterRule}. */
    boolean serves(SignInCounter counter, Profile profile) {
        return counter.serves(profile)
                && CounterRule.permits(
                        counter.id(),
                        profile,
                        counters.stream().map(SignInCounter::id).collect(Collectors.toSet()),
                        counter.servesAsWritten());
    }
}
