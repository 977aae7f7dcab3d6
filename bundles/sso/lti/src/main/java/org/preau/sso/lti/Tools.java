package org.preau.sso.lti;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;

/** The tools there are now. Safe on any thread. */
@Component(service = Tools.class)
public final class Tools {
    private final ConnectorCatalogue catalogue;
    private volatile @Nullable Known known;

    /** Those of the catalogue. */
    @Activate
    public Tools(@Reference ConnectorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The tool of that {@code client.id}; nothing when two connectors claim it, since one of them would get the other's users. */
    Optional<Tool> byClient(String clientId) {
        return Optional.ofNullable(now().byClient().get(clientId));
    }

    /** The tool of that connector. */
    Optional<Tool> byConnector(String connector) {
        return catalogue.byId(connector).flatMap(Tool::of);
    }

    /** Whether an administrator has suspended this tool. */
    boolean suspended(Tool tool) {
        return catalogue.suspended(tool.connector().id());
    }

    /** The catalogue gives the same list until something changes. */
    private Known now() {
        List<ConnectorStatus> all = catalogue.all();
        Known there = known;
        if (there == null || there.of() != all) {
            there = new Known(all, read(all));
            known = there;
        }
        return there;
    }

    private static Map<String, Tool> read(List<ConnectorStatus> all) {
        Map<String, Tool> tools = new HashMap<>();
        Set<String> twice = new HashSet<>();
        all.stream().flatMap(status -> Tool.of(status.connector()).stream()).forEach(tool -> {
            if (tools.putIfAbsent(tool.clientId(), tool) != null) {
                twice.add(tool.clientId());
            }
        });
        tools.keySet().removeAll(twice);
        return Map.copyOf(tools);
    }

    /**
     * The tools of one moment.
     *
     * @param of the catalogue's list they were read from
     */
    private record Known(List<ConnectorStatus> of, Map<String, Tool> byClient) {}
}
