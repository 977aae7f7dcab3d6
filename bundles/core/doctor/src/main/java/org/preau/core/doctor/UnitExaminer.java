package org.preau.core.doctor;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.containment.Examiner;
import org.preau.api.containment.Finding;
import org.preau.api.persistence.PersistenceUnit;
import org.preau.api.supervision.HealthCheck;

/** Tells whether the bundle's data could not be opened: a migration failed, or the database is away. */
@Component
public final class UnitExaminer implements Examiner {
    private final BundleContext context;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<HealthCheck> checks = List.of();

    /** Looks at this framework. */
    @Activate
    public UnitExaminer(BundleContext context) {
        this.context = context;
    }

    @Override
    public List<Finding> examine(Patient patient) {
        Bundle bundle = patient.bundle();
        return bundle == null ? List.of() : findings(units(bundle), closedUnits());
    }

    /**
     * What the health of all units tells of some.
     *
     * @param closed as the persistence tells it: {@code news waits; mail failed: …}
     */
    static List<Finding> findings(List<String> units, String closed) {
        List<Finding> findings = new ArrayList<>();
        for (String part : closed.split("; ")) {
            for (String unit : units) {
                if (part.startsWith(unit + " failed: ")) {
                    findings.add(Words.sick("failed-migration", unit, part.substring((unit + " failed: ").length())));
                } else if (part.equals(unit + " waits")) {
                    findings.add(Words.sick("unit-waits", unit));
                }
            }
        }
        return findings;
    }

    private String closedUnits() {
        return checks.stream()
                .filter(check -> check.name().equals("units"))
                .map(check -> check.health().detail())
                .findFirst()
                .orElse("");
    }

    private List<String> units(Bundle bundle) {
        List<String> names = new ArrayList<>();
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
            if (List.of((String[]) service.getProperty("objectClass")).contains(PersistenceUnit.class.getName())
                    && context.getService(service) instanceof PersistenceUnit unit) {
                names.add(unit.name());
                context.ungetService(service);
            }
        }
        return names;
    }
}
