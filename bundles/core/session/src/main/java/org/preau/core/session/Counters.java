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
import org.preau.api.containment.Contained;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;
import org.preau.api.signin.CounterRule;
import org.preau.api.signin.CounterSwitch;
import org.preau.api.signin.SignInCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sign-in counters that are there, in their order. */
@Component(service = Counters.class)
public final class Counters {
    private static final Logger log = LoggerFactory.getLogger(Counters.class);

    private final List<SignInCounter> counters = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable CounterSwitch closures;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Containment containment;

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
                .flatMap(counter -> shown(counter).stream())
                .sorted(Comparator.comparingInt(SignInCounter::order).thenComparing(SignInCounter::id))
                .toList();
    }

    /** The counter as it tells of itself now; a plugin's that cannot is not shown, and keeps nobody from the others. */
    private Optional<SignInCounter> shown(SignInCounter counter) {
        try {
            Containment around = containment();
            SignInCounter contained = around.contains(counter)
                    ? around.call(counter, Door.TELL, () -> ToldCounter.of(around, counter))
                    : counter;
            return Optional.of(closed(contained.id()) ? new ClosedCounter(contained) : contained);
        } catch (RuntimeException | LinkageError e) {
            log.warn("The counter {} is not shown", counter.getClass().getName(), e);
            return Optional.empty();
        }
    }

    Optional<SignInCounter> byId(String id) {
        return counters.stream()
                .filter(counter -> idOf(counter).equals(id))
                .map(counter -> Contained.of(containment(), SignInCounter.class, counter, Door.TELL))
                .findFirst();
    }

    /** The id of a counter; empty for one that cannot tell, which is nobody's then. */
    private String idOf(SignInCounter counter) {
        try {
            return containment().call(counter, Door.TELL, counter::id);
        } catch (RuntimeException | LinkageError e) {
            log.debug("The counter {} has no id", counter.getClass().getName(), e);
            return "";
        }
    }

    private Containment containment() {
        return Containment.orNone(containment);
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
                        counters.stream().map(this::idOf).collect(Collectors.toSet()),
                        counter.servesAsWritten());
    }
}
