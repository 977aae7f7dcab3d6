package org.preau.api.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Subject;

/**
 * Reads the figures that {@link Indicator}s gave. Safe on any thread.
 *
 * @since 1.0
 */
@ProviderType
public interface Statistics {
    /** The action of reading figures; its target is a structure. */
    String READ = "statistics.read";

    /** The indicators that are there, by id. */
    List<Indicator> indicators();

    /**
     * The values of one indicator over a structure and all below it, one for each day that has any, in order.
     *
     * @throws org.preau.api.base.PortalException {@code FORBIDDEN} for who may not read the structure's figures
     */
    List<DayValue> of(Subject viewer, String indicator, UUID structureId, LocalDate from, LocalDate to);

    /**
     * The value of one day.
     *
     * @param day the day
     * @param value the sum over the structures
     * @since 1.0
     */
    record DayValue(LocalDate day, double value) {}
}
