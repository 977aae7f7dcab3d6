package org.preau.core.install;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.LocalizedText;

/** Looks at the components of a bundle as Declarative Services have them. A component without the settings that it requires is nobody's fault. */
final class ScrActivation implements Activation {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 25;
    private static final String TX = "org.preau.api.persistence.Tx";

    private final ServiceComponentRuntime components;
    private final Migrations migrations;
    private final Duration patience;

    /**
     * Looks at these components.
     *
     * @param patience how long an update may take to become ready
     */
    ScrActivation(ServiceComponentRuntime components, Migrations migrations, Duration patience) {
        this.components = components;
        this.migrations = migrations;
        this.patience = patience;
    }

    @Override
    public Set<String> unsettled(Bundle bundle) {
        return new TreeSet<>(look(bundle).keySet());
    }

    @Override
    public List<LocalizedText> waits(Bundle bundle) {
        return look(bundle).values().stream().map(Finding::why).toList();
    }

    @Override
    public void settle(Bundle bundle, Set<String> excused, boolean update) {
        long start = System.nanoTime();
        long limit = (update || patience.compareTo(FIRST) < 0 ? patience : FIRST).toNanos();
        while (true) {
            Map<String, Finding> found = look(bundle);
            found.keySet().removeAll(excused);
            for (Finding finding : found.values()) {
                if (finding.definite()) {
                    throw new RefusedJarException(ErrorCode.CONFLICT, finding.why());
                }
            }
            boolean late = System.nanoTime() - start > limit;
            if (late && update && !found.isEmpty()) {
                throw new RefusedJarException(
                        ErrorCode.CONFLICT,
                        Words.around(
                                "active.late",
                                Words.join(found.values().stream()
                                        .map(Finding::why)
                                        .toList())));
            }
            if (late || found.isEmpty() || !pause()) {
                return;
            }
        }
    }

    /**
     * What is the matter with a component.
     *
     * @param definite whether waiting does not help
     */
    private record Finding(LocalizedText why, boolean definite) {}

    private Map<String, Finding> look(Bundle bundle) {
        Map<String, Finding> found = new LinkedHashMap<>();
        for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs(bundle)) {
            for (ComponentConfigurationDTO state : components.getComponentConfigurationDTOs(description)) {
                Finding finding = finding(description, state);
                if (finding != null) {
                    found.put(description.name, finding);
                }
            }
        }
        return found;
    }

    private @Nullable Finding finding(ComponentDescriptionDTO description, ComponentConfigurationDTO state) {
        String name = description.name.substring(description.name.lastIndexOf('.') + 1);
        if (state.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
            return new Finding(Words.say("active.failed", name, cause(state.failure)), true);
        }
        // the runtime says "satisfied" while it makes a component, and only then that it could not
        if (state.state == ComponentConfigurationDTO.SATISFIED && description.immediate) {
            return new Finding(Words.say("active.making", name), false);
        }
        if (state.state != ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
            return null;
        }
        List<LocalizedText> missing = new ArrayList<>();
        for (UnsatisfiedReferenceDTO each : state.unsatisfiedReferences) {
            String service = service(description, each.name);
            String unit = service.equals(TX) ? Migrations.unitOf(each.target) : "";
            String fault = unit.isEmpty() ? "" : migrations.fault(unit);
            if (!fault.isEmpty()) {
                return new Finding(Words.say("active.migration", unit, fault), true);
            }
            missing.add(
                    unit.isEmpty()
                            ? Words.say("active.service", name, service)
                            : Words.say("active.schema", name, unit));
        }
        return missing.isEmpty() ? null : new Finding(Words.join(missing), false);
    }

    private static String service(ComponentDescriptionDTO description, String reference) {
        for (ReferenceDTO each : description.references) {
            if (each.name.equals(reference)) {
                return each.interfaceName;
            }
        }
        return reference;
    }

    /** The last cause in a stack trace: what a developer looks for. */
    private static String cause(@Nullable String failure) {
        if (failure == null || failure.isBlank()) {
            return "?";
        }
        String[] lines = failure.lines().toArray(String[]::new);
        String found = lines[0];
        for (String line : lines) {
            if (line.startsWith("Caused by: ")) {
                found = line.substring("Caused by: ".length());
            }
        }
        return found;
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
