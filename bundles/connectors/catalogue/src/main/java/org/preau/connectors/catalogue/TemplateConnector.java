package org.preau.connectors.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorTemplate;

/** The connector that a template would become, as far as a policy cares: nobody gets it, it leads nowhere. */
final class TemplateConnector {
    private TemplateConnector() {}

    static Connector of(ConnectorTemplate template) {
        return new Connector(
                template.id(),
                template.name(),
                template.category(),
                template.protocol(),
                URI.create("https://invalid.example/"),
                List.of(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                template.keys());
    }
}
