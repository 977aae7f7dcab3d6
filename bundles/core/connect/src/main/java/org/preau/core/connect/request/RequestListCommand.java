package org.preau.core.connect.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PageRequest;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.connector.ConnectorRequest;
import org.preau.api.connector.ConnectorRequest.State;
import org.preau.api.connector.ConnectorRequests;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.MisusedCommandException;
import org.preau.api.console.PortalCommand;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** {@code preau:connector-request-list}: the connectors that were asked for, and where they stand. */
@Component
public final class RequestListCommand implements PortalCommand {
    private final ConnectorRequests requests;
    private final Structures structures;

    /** Lists these. */
    @Activate
    public RequestListCommand(@Reference ConnectorRequests requests, @Reference Structures structures) {
        this.requests = requests;
        this.structures = structures;
    }

    @Override
    public CommandSpec spec() {
        return CommandSpec.of("connector-request-list", "Lists the connectors that were asked for")
                .option("structure", "CODE", "only this structure and what lies below")
                .option("state", "STATE", "requested, accepted, refused or withdrawn")
                .flag("json", "prints one JSON array");
    }

    @Override
    public int run(CommandCall call) {
        Set<State> states = call.optional("state")
                .map(RequestListCommand::state)
                .map(Set::of)
                .orElse(EnumSet.allOf(State.class));
        List<ConnectorRequest> found = places(call)
                .flatMap(place ->
                        requests
                                .list(Subject.SYSTEM, place, states, PageRequest.first(PageRequest.MAX))
                                .items()
                                .stream())
                .toList();
        if (call.flag("json")) {
            call.json(found.stream()
                    .map(each -> RequestLines.asMap(each, structures))
                    .toList());
            return OK;
        }
        call.table(
                List.of("ID", "CONNECTOR", "STRUCTURE", "STATE", "CHECKED", "OPEN TO", "NAME"),
                found.stream()
                        .map(each -> List.of(
                                each.id(),
                                each.connectorId(),
                                RequestLines.code(each.structureId(), structures),
                                RequestLines.state(each),
                                each.checkedAt().isPresent(),
                                String.join(",", RequestLines.codes(each, structures)),
                                each.name().fr()))
                        .toList());
        return OK;
    }

    private Stream<UUID> places(CommandCall call) {
        return call.optional("structure").isPresent()
                ? Stream.of(structures
                        .byCode(call.value("structure"))
                        .map(Structure::id)
                        .orElseThrow(() -> new PortalException(
                                ErrorCode.NOT_FOUND,
                                "no school or structure has the code " + call.value("structure"),
                                null)))
                : structures.roots().stream().map(Structure::id);
    }

    private static State state(String word) {
        try {
            return State.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MisusedCommandException("--state is requested, accepted, refused or withdrawn");
        }
    }
}
