package org.preau.core.extensions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.preau.api.app.PortalApplication;
import org.preau.api.extension.Contribution;
import org.preau.api.persistence.PersistenceUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What bundles bring by their services. Names of applications and schemas are remembered after the bundle is gone: its data have them. Safe on any thread. */
@Component(service = Brought.class, immediate = true)
public final class Brought {
    private static final Logger log = LoggerFactory.getLogger(Brought.class);
    private static final String CONTRACTS = "org.preau.api.";
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("org.preau.api.app.PortalApplication", Contribution.APP),
            Map.entry("org.preau.api.persistence.PersistenceUnit", Contribution.DATA),
            Map.entry("org.preau.api.connector.SsoProtocol", "protocol"),
            Map.entry("org.preau.api.connector.CategoryPolicy", "category"),
            Map.entry("org.preau.api.connector.ConnectorTemplates", "connectors"),
            Map.entry("org.preau.api.signin.SignInCounter", "counter"),
            Map.entry("org.preau.api.feed.Feed", "feed"),
            Map.entry("org.preau.api.console.PortalCommand", "command"),
            Map.entry("org.preau.api.job.Job", "job"),
            Map.entry("org.preau.api.http.HttpEndpoint", "http"),
            Map.entry("org.preau.api.supervision.HealthCheck", "health"),
            Map.entry("org.preau.api.base.PortalEventListener", "listener"),
            Map.entry("org.preau.api.authorisation.ActionRule", "rule"));

    private final BundleContext context;
    private final Map<String, Set<Contribution>> named = new ConcurrentHashMap<>();

    /** Looks at this framework. */
    @Activate
    public Brought(BundleContext context) {
        this.context = context;
    }

    /** An application comes. */
    @Reference(
            service = PortalApplication.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addApplication(ServiceReference<PortalApplication> reference, PortalApplication application) {
        try {
            note(reference, Contribution.APP, application.descriptor().id());
        } catch (RuntimeException | LinkageError e) {
            log.debug("An application without a name", e);
        }
    }

    /** An application goes; its name is remembered. */
    void removeApplication(ServiceReference<PortalApplication> reference) {
        log.debug("{} took an application away", nameOf(reference));
    }

    /** A schema comes. */
    @Reference(
            service = PersistenceUnit.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addUnit(ServiceReference<PersistenceUnit> reference, PersistenceUnit unit) {
        String name = unit.name();
        boolean taken = named.entrySet().stream()
                .anyMatch(each -> !each.getKey().equals(nameOf(reference))
                        && each.getValue().contains(new Contribution(Contribution.DATA, name)));
        if (!taken) {
            note(reference, Contribution.DATA, name);
        }
    }

    /** A schema goes; its name is remembered. */
    void removeUnit(ServiceReference<PersistenceUnit> reference) {
        log.debug("{} took a schema away", nameOf(reference));
    }

    /** Applications and schemas that a bundle of that name brought since the portal started. */
    Set<Contribution> named(String symbolicName) {
        return Set.copyOf(named.getOrDefault(symbolicName, Set.of()));
    }

    /** Everything that a bundle brings now. */
    List<Contribution> of(long bundleId) {
        Bundle bundle = context.getBundle(bundleId);
        ServiceReference<?>[] services = bundle == null ? null : bundle.getRegisteredServices();
        if (bundle == null || services == null) {
            return List.of();
        }
        Set<Contribution> names = named(String.valueOf(bundle.getSymbolicName()));
        List<Contribution> found = new ArrayList<>(names);
        for (ServiceReference<?> service : services) {
            for (String type : types(service)) {
                String kind = KINDS.getOrDefault(type, type.substring(type.lastIndexOf('.') + 1));
                boolean known = names.stream().anyMatch(each -> each.kind().equals(kind));
                if (type.startsWith(CONTRACTS) && !known) {
                    found.add(new Contribution(kind, ""));
                }
            }
        }
        found.sort(Comparator.comparing(Contribution::kind).thenComparing(Contribution::name));
        return found;
    }

    private void note(ServiceReference<?> reference, String kind, String name) {
        named.compute(nameOf(reference), (bundle, before) -> {
            Set<Contribution> now =
                    new TreeSet<>(Comparator.comparing(Contribution::kind).thenComparing(Contribution::name));
            if (before != null) {
                now.addAll(before);
            }
            now.add(new Contribution(kind, name));
            return now;
        });
    }

    private static String nameOf(ServiceReference<?> reference) {
        @Nullable Bundle bundle = reference.getBundle();
        return bundle == null ? "" : String.valueOf(bundle.getSymbolicName());
    }

    private static List<String> types(ServiceReference<?> service) {
        return service.getProperty(Constants.OBJECTCLASS) instanceof String[] types ? Arrays.asList(types) : List.of();
    }
}
