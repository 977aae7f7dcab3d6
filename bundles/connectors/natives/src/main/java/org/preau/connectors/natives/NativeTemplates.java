package org.preau.connectors.natives;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.preau.api.connector.ConnectorTemplate;
import org.preau.api.connector.ConnectorTemplates;

/** The templates of this bundle: one file each, {@code <id>.properties}. What no public source says is marked as to be confirmed by the service. */
@Component
public final class NativeTemplates implements ConnectorTemplates {
    private static final List<String> IDS = List.of(
            "elea",
            "capytale",
            "gar",
            "classe_virtuelle",
            "scolarite_services",
            "affectation",
            "lsu",
            "onde",
            "pix",
            "nuage",
            "peertube",
            "arena",
            "cantine",
            "transport",
            "periscolaire",
            "portail_collectivite");

    private final List<ConnectorTemplate> templates =
            IDS.stream().map(TemplateFile::read).toList();

    @Override
    public List<ConnectorTemplate> templates() {
        return templates;
    }
}
