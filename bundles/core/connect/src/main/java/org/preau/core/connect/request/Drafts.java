package org.preau.core.connect.request;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorFinding;
import org.preau.api.connector.ConnectorTemplate;
import org.preau.api.connector.ConnectorTemplates;
import org.preau.api.directory.Structure;
import org.preau.core.connect.DeployedParts;
import org.preau.core.connect.file.ConnectorFile;

/** Connectors made of templates, checked as an operator's file is. Safe on any thread. */
@Component(service = Drafts.class)
public final class Drafts {
    private static final Texts TEXTS = Texts.of(DefaultConnectorRequests.class);
    private static final String STRUCTURES = "structures";
    private static final int LONGEST_VALUE = 1_000;

    private final Collection<ConnectorTemplates> templates = new CopyOnWriteArrayList<>();
    private final DeployedParts parts;

    /** Checks by these categories and protocols. */
    @Activate
    public Drafts(@Reference DeployedParts parts) {
        this.parts = parts;
    }

    /**
     * A connector that could be.
     *
     * @param connector the connector, for the structure that asks
     * @param values keys and values of its file
     */
    record Draft(Connector connector, Map<String, String> values) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addTemplates(ConnectorTemplates more) {
        templates.add(more);
    }

    void removeTemplates(ConnectorTemplates gone) {
        templates.remove(gone);
    }

    /** The templates there are, by id. */
    List<ConnectorTemplate> templates() {
        return templates.stream()
                .flatMap(each -> each.templates().stream())
                .filter(each -> each.planned().isEmpty() || each.since().isPresent())
                .sorted(Comparator.comparing(ConnectorTemplate::id))
                .toList();
    }

    /** The connector of a template for a structure. */
    Draft of(Structure structure, String templateId, Map<String, String> values) {
        ConnectorTemplate template = templates().stream()
                .filter(each -> each.id().equals(templateId))
                .findFirst()
                .orElseThrow(() -> new PortalException(ErrorCode.NOT_FOUND, TEXTS, "error.template", templateId));
        Map<String, String> filled = new HashMap<>(values);
        filled.keySet().retainAll(template.blanks().keySet());
        filled.values().removeIf(String::isBlank);
        filled.replaceAll((blank, value) -> value.strip());
        if (template.blanks().containsKey(STRUCTURES)) {
            filled.put(STRUCTURES, structure.code());
        }
        if (filled.values().stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "error.long", LONGEST_VALUE);
        }
        Map<String, String> file;
        try {
            file = template.filled(filled);
        } catch (IllegalArgumentException e) {
            throw new PortalException(ErrorCode.INVALID_INPUT, TEXTS, "error.values", String.valueOf(e.getMessage()));
        }
        return new Draft(read(structure, id(template, structure), file), file);
    }

    /** A kept file as the connector it would be for the structure that asks. */
    Connector read(Structure structure, String connectorId, Map<String, String> file) {
        ConnectorFile read = RequestedFile.read(connectorId, file, List.of(structure.code()));
        List<ConnectorFinding> findings = read.connector().map(parts::wrong).orElse(read.findings());
        if (read.connector().isEmpty() || !findings.isEmpty()) {
            throw new WrongDraftException(TEXTS, findings);
        }
        return read.connector().get();
    }

    private static String id(ConnectorTemplate template, Structure structure) {
        return template.id() + "_" + structure.code().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }
}
