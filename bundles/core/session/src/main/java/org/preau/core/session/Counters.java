package org.preau.core.session;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.signin.SignInCounter;

/** The sign-in counters that are there, in their order. */
@Component(service = Counters.class)
public final class Counters {
    private final List<SignInCounter> counters = new CopyOnWriteArrayList<>();

    /** For the service registry. */
    @Activate
    public Counters() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindCounter(SignInCounter counter) {
        counters.add(counter);
    }

    void unbindCounter(SignInCounter counter) {
        counters.remove(counter);
    }

    List<SignInCounter> sorted() {
        return counters.stream()
                .sorted(Comparator.comparingInt(SignInCounter::order).thenComparing(SignInCounter::id))
                .toList();
    }
}
