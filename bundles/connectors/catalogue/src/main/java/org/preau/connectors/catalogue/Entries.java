package org.preau.connectors.catalogue;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.connector.Agreement;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.connector.ConnectorTemplate;
import org.preau.api.connector.ConnectorTemplates;

/** The lines of the catalogue, asked of the running platform each time: connectors that are declared, and templates of which there is none yet. Safe on any thread. */
@Component(service = Entries.class)
public final class Entries {
    private final ConnectorCatalogue catalogue;
    private final Collection<ConnectorTemplates> templates = new CopyOnWriteArrayList<>();
    private final Collection<CategoryPolicy> policies = new CopyOnWriteArrayList<>();

    /** Over this catalogue. */
    @Activate
    public Entries(@Reference ConnectorCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addTemplates(ConnectorTemplates more) {
        templates.add(more);
    }

    void removeTemplates(ConnectorTemplates gone) {
        templates.remove(gone);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPolicy(CategoryPolicy policy) {
        policies.add(policy);
    }

    void removePolicy(CategoryPolicy policy) {
        policies.remove(policy);
    }

    /** The templates there are, by id. */
    List<ConnectorTemplate> templates() {
        return templates.stream()
                .flatMap(each -> each.templates().stream())
                .sorted(Comparator.comparing(ConnectorTemplate::id))
                .toList();
    }

    /** Every line, by name. */
    List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        Set<String> used = new HashSet<>();
        List<ConnectorTemplate> known = templates();
        for (ConnectorStatus status : catalogue.all()) {
            String template = status.connector().setting("template").orElse("");
            used.add(template);
            entries.add(declared(
                    status,
                    known.stream().filter(each -> each.id().equals(template)).toList()));
        }
        known.stream()
                .filter(template -> !used.contains(template.id()))
                .forEach(template -> entries.add(offered(template)));
        Collator french = Collator.getInstance(Locale.FRENCH);
        entries.sort(Comparator.comparing(entry -> entry.name().fr(), french));
        return List.copyOf(entries);
    }

    private Entry declared(ConnectorStatus status, List<ConnectorTemplate> template) {
        Connector connector = status.connector();
        return new Entry(
                connector.id(),
                connector.name(),
                template.isEmpty() ? connector.name() : template.get(0).about(),
                connector.category(),
                connector.protocol(),
                connector
                        .setting("offered.by")
                        .orElse(
                                template.isEmpty()
                                        ? ""
                                        : template.get(0).offeredBy().fr()),
                receives(connector.category(), connector),
                status.available() ? Entry.State.OPEN : Entry.State.UNAVAILABLE,
                connector
                        .setting("since")
                        .orElse(
                                template.isEmpty()
                                        ? ""
                                        : template.get(0)
                                                .since()
                                                .map(String::valueOf)
                                                .orElse("")),
                "",
                template.isEmpty() || template.get(0).confirmed(),
                connector.setting("checked").orElse(""));
    }

    private Entry offered(ConnectorTemplate template) {
        return new Entry(
                template.id(),
                template.name(),
                template.about(),
                template.category(),
                template.protocol(),
                template.offeredBy().fr(),
                receives(template.category(), TemplateConnector.of(template)),
                template.since().isPresent() ? Entry.State.OFFERED : Entry.State.PLANNED,
                template.since().map(String::valueOf).orElse(""),
                template.planned().map(String::valueOf).orElse(""),
                template.confirmed(),
                "");
    }

    /** What the policy gives of an invented user who agrees to everything; the names alone. */
    private List<String> receives(int category, Connector connector) {
        return policies.stream()
                .filter(policy -> policy.category() == category)
                .findFirst()
                .map(policy -> policy.release(
                                connector,
                                new Everything(),
                                new Agreement(Agreement.State.GIVEN, Set.copyOf(policy.asks(connector)), false))
                        .attributes()
                        .keySet())
                .map(names -> List.copyOf(new TreeSet<>(names)))
                .orElse(List.of());
    }
}
