package org.preau.core.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.preau.api.containment.Examiner;
import org.preau.api.containment.Finding;

/** Tells which of the bundle's components are not there: a service they wait for, a failure when they began, a configuration (OSGi Compendium 112.13). */
@Component
public final class ComponentExaminer implements Examiner {
    private static final String TX = "org.preau.api.persistence.Tx";
    private static final int LINES = 3;

    private final ServiceComponentRuntime runtime;

    /** Asks this runtime. */
    @Activate
    public ComponentExaminer(@Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public List<Finding> examine(Patient patient) {
        Bundle bundle = patient.bundle();
        if (bundle == null || bundle.getState() != Bundle.ACTIVE) {
            return List.of();
        }
        Collection<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs(bundle);
        if (components.isEmpty() && bundle.getRegisteredServices() == null) {
            return List.of(Words.sick("no-service", patient.name()));
        }
        List<Finding> findings = new ArrayList<>();
        components.forEach(component -> findings.addAll(of(component)));
        return findings;
    }

    private List<Finding> of(ComponentDescriptionDTO component) {
        if (!runtime.isComponentEnabled(component)) {
            return List.of(Words.sick("disabled", component.name));
        }
        Collection<ComponentConfigurationDTO> configurations = runtime.getComponentConfigurationDTOs(component);
        if (configurations.isEmpty()) {
            return "require".equals(component.configurationPolicy) ? List.of(unconfigured(component)) : List.of();
        }
        return configurations.stream()
                .flatMap(configuration -> of(component, configuration))
                .toList();
    }

    private Stream<Finding> of(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> Stream.of(unconfigured(component));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                Arrays.stream(configuration.unsatisfiedReferences).map(missing -> waits(component, missing));
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                Stream.of(Words.sick("failed-activation", component.name, firstLines(configuration.failure)));
            default -> Stream.of();
        };
    }

    private static Finding unconfigured(ComponentDescriptionDTO component) {
        String pid =
                component.configurationPid == null ? component.name : String.join(", ", component.configurationPid);
        return Words.sick("no-configuration", component.name, pid);
    }

    private Finding waits(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO missing) {
        String wanted = Arrays.stream(component.references)
                .filter(reference -> reference.name.equals(missing.name))
                .map((ReferenceDTO reference) -> reference.interfaceName)
                .findFirst()
                .orElse(missing.name);
        String target = missing.target == null ? "" : missing.target;
        if (wanted.equals(TX) && target.contains("preau.unit=")) {
            return Words.sick("waits-for-unit", component.name, target);
        }
        String providers = providers(wanted);
        return providers.isEmpty()
                ? Words.sick("unknown-service", component.name, wanted, target)
                : Words.sick("waits-for-service", component.name, wanted, target, providers);
    }

    /** Bundles that would give it, with the state of what gives it. */
    private String providers(String wanted) {
        return runtime.getComponentDescriptionDTOs().stream()
                .filter(other -> Arrays.asList(other.serviceInterfaces).contains(wanted))
                .map(other -> other.bundle.symbolicName + " (" + other.name + ")")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String firstLines(String failure) {
        return failure == null
                ? ""
                : failure.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .limit(LINES)
                        .collect(Collectors.joining(" | "));
    }
}
