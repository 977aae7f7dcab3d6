package org.preau.core.connect.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.preau.api.connector.ConnectorRequest;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** Requests in words, for the console. */
final class RequestLines {
    private RequestLines() {}

    static Map<String, Object> asMap(ConnectorRequest request, Structures structures) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", request.id());
        map.put("connector", request.connectorId());
        map.put("name", request.name().fr());
        map.put("template", request.template());
        map.put("structure", code(request.structureId(), structures));
        map.put("state", state(request));
        map.put("reason", request.reason());
        map.put("requestedAt", request.requestedAt());
        map.put("checked", request.checkedAt().isPresent());
        map.put("openedTo", codes(request, structures));
        return map;
    }

    static String state(ConnectorRequest request) {
        return request.state().name().toLowerCase(Locale.ROOT);
    }

    static String openedTo(ConnectorRequest request, Structures structures) {
        return request.openedTo().isEmpty() ? "" : ", open to " + String.join(",", codes(request, structures));
    }

    static List<String> codes(ConnectorRequest request, Structures structures) {
        return request.openedTo().stream()
                .map(id -> code(id, structures))
                .sorted()
                .toList();
    }

    static String code(UUID structure, Structures structures) {
        return structures.byId(structure).map(Structure::code).orElse("?");
    }
}
