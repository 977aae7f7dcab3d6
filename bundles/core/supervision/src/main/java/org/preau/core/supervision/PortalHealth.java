package org.preau.core.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.containment.Containment;
import org.preau.api.containment.Door;
import org.preau.api.supervision.HealthCheck;
import org.preau.api.supervision.HealthCheck.Health;

/** How the portal is: the sum of its parts. */
@Component(service = PortalHealth.class)
public final class PortalHealth {
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<HealthCheck> checks = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Containment containment;

    private final BootState boot;

    /**
     * One part as operators see it.
     *
     * @param up whether it works
     * @param vital whether the portal is down while it is
     * @param detail one line for operators; may be empty
     */
    public record Part(String name, boolean up, boolean vital, String detail) {}

    /**
     * The portal.
     *
     * @param up whether all vital parts work
     * @param parts all of them, by name
     */
    public record State(boolean up, List<Part> parts) {
        /** {@code UP} or {@code DOWN}. */
        public String status() {
            return up ? "UP" : "DOWN";
        }
    }

    /** Looks at this framework. */
    @Activate
    public PortalHealth(BundleContext context) {
        FrameworkBundles bundles = new FrameworkBundles(context);
        this.boot = new BootState(bundles::booted, bundles::idle);
    }

    PortalHealth(BootState boot, List<HealthCheck> checks) {
        this.boot = boot;
        this.checks = checks;
    }

    /** How it is now. */
    public State state() {
        List<Part> parts = new ArrayList<>();
        boolean vital = !boot.done();
        Health bundles = boot.health();
        parts.add(new Part("bundles", bundles.up(), vital, bundles.detail()));
        for (HealthCheck check : checks) {
            parts.add(part(check));
        }
        parts.sort(Comparator.comparing(Part::name));
        boolean up = parts.stream().allMatch(part -> part.up() || !part.vital());
        return new State(up, List.copyOf(parts));
    }

    private Part part(HealthCheck check) {
        String name = check.getClass().getName();
        try {
            name = check.name();
            Containment contained = Containment.orNone(containment);
            Health health = contained.call(check, Door.CHECK, check::health);
            return new Part(name, health.up(), !contained.contains(check) && check.vital(), health.detail());
        } catch (RuntimeException | LinkageError e) {
            boolean plugin = Containment.orNone(containment).contains(check);
            return new Part(name, false, !plugin, "cannot tell: " + e);
        }
    }
}
