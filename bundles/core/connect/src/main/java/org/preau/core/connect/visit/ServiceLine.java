package org.preau.core.connect.visit;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ServiceVisits.Visit;
import org.preau.core.connect.DeployedParts;

/**
 * What became of one service, all visits to it together.
 *
 * @param connector the service
 * @param result the worst of its visits
 * @param frames addresses that the browser loads to end its visits
 */
record ServiceLine(Connector connector, Result result, List<URI> frames) {
    /** What became of a service, from good to bad. */
    enum Result {
        /** It confirmed. */
        ENDED,
        /** The browser tells it, in a frame. */
        BY_FRAME,
        /** Not known yet. */
        PENDING,
        /** Only the user can. */
        BY_HAND,
        /** It did not answer, at least not yet. */
        SILENT
    }

    /** The lines of those visits; services that are gone meanwhile have none. */
    static List<ServiceLine> of(List<VisitRow> visits, ConnectorCatalogue catalogue, DeployedParts parts) {
        Map<String, List<VisitRow>> byService = new LinkedHashMap<>();
        visits.forEach(visit -> byService
                .computeIfAbsent(visit.connector(), id -> new ArrayList<>())
                .add(visit));
        List<ServiceLine> lines = new ArrayList<>();
        byService.forEach(
                (id, his) -> catalogue.byId(id).ifPresent(connector -> lines.add(line(connector, his, parts))));
        return lines;
    }

    private static ServiceLine line(Connector connector, List<VisitRow> visits, DeployedParts parts) {
        Result worst = Result.ENDED;
        List<URI> frames = new ArrayList<>();
        for (VisitRow visit : visits) {
            Optional<URI> frame = visit.state() == VisitRow.State.DONE
                    ? Optional.empty()
                    : parts.protocol(connector.protocol())
                            .flatMap(protocol -> protocol.frontChannelLogout(
                                    new Visit(visit.sessionId(), connector, visit.handle())));
            frame.ifPresent(frames::add);
            Result result = result(visit, frame.isPresent());
            worst = result.compareTo(worst) > 0 ? result : worst;
        }
        return new ServiceLine(connector, worst, List.copyOf(frames));
    }

    private static Result result(VisitRow visit, boolean framed) {
        return switch (visit.state()) {
            case DONE -> Result.ENDED;
            case OPEN, PENDING -> visit.failures() == 0 ? Result.PENDING : framed ? Result.BY_FRAME : Result.SILENT;
            case FAILED -> framed ? Result.BY_FRAME : Result.SILENT;
            case NOT_OFFERED -> framed ? Result.BY_FRAME : Result.BY_HAND;
        };
    }
}
