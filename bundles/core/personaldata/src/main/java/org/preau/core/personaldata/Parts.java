package org.preau.core.personaldata;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.personaldata.PersonalData;

/** The parts that keep data of people. */
@Component(service = Parts.class)
public final class Parts {
    private final Clock clock;
    private final Map<PersonalData, Part> parts = new ConcurrentHashMap<>();

    /** Knows none at first. */
    @Activate
    public Parts(@Reference Clock clock) {
        this.clock = clock;
    }

    /**
     * A part.
     *
     * @param data what it keeps
     * @param since when it came
     */
    record Part(PersonalData data, Instant since) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addData(PersonalData data) {
        parts.put(data, new Part(data, clock.instant()));
    }

    void removeData(PersonalData data) {
        parts.remove(data);
    }

    /** All of them, by id. */
    List<Part> all() {
        return parts.values().stream()
                .sorted(Comparator.comparing(part -> part.data().id()))
                .toList();
    }
}
