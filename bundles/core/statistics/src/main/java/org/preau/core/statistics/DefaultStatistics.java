package org.preau.core.statistics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.Subject;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;
import org.preau.api.statistics.Indicator;
import org.preau.api.statistics.Statistics;

/** Figures for who may see them. */
@Component(service = Statistics.class)
public final class DefaultStatistics implements Statistics {
    private final SqlFigures figures;
    private final Structures structures;
    private final Authorisation authorisation;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Indicator> indicators = List.of();

    /** Made by the portal. */
    @Activate
    public DefaultStatistics(
            @Reference SqlFigures figures, @Reference Structures structures, @Reference Authorisation authorisation) {
        this.figures = figures;
        this.structures = structures;
        this.authorisation = authorisation;
    }

    @Override
    public List<Indicator> indicators() {
        return indicators.stream().sorted(Comparator.comparing(Indicator::id)).toList();
    }

    @Override
    public List<DayValue> of(Subject viewer, String indicator, UUID structureId, LocalDate from, LocalDate to) {
        if (!viewer.isSystem()) {
            authorisation.require(viewer, READ, Scope.structure(structureId));
        }
        return figures.sums(indicator, structures.withDescendants(structureId), from, to);
    }
}
