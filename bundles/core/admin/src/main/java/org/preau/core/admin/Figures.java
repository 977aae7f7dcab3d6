package org.preau.core.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.directory.Directory;
import org.preau.api.directory.DirectoryTotals;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;

/** Figures of a school, or of the whole académie, remembered for ten minutes. */
@Component(service = Figures.class)
public final class Figures {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 200;

    private final Directory directory;
    private final Structures structures;
    private final Clock clock;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    /** Made by the portal. */
    @Activate
    public Figures(@Reference Directory directory, @Reference Structures structures, @Reference Clock clock) {
        this.directory = directory;
        this.structures = structures;
        this.clock = clock;
    }

    /** The figures of a school or of an académie; nothing for other structures, which are not counted yet. */
    public Optional<DirectoryTotals> of(UUID structureId) {
        Known before = known.get(structureId);
        if (before != null && before.at().plus(KEPT).isAfter(clock.instant())) {
            return Optional.of(before.totals());
        }
        StructureKind kind = structures.byId(structureId).map(Structure::kind).orElse(StructureKind.PROJECT);
        if (kind != StructureKind.SCHOOL && kind != StructureKind.ACADEMY) {
            return Optional.empty();
        }
        DirectoryTotals totals =
                directory.totals(kind == StructureKind.SCHOOL ? Optional.of(structureId) : Optional.empty());
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(structureId, new Known(clock.instant(), totals));
        return Optional.of(totals);
    }

    private record Known(Instant at, DirectoryTotals totals) {}
}
