package org.preau.core.install;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.promise.Promise;

/** Components of a bundle, as Declarative Services would tell of them. */
final class FakeComponents implements ServiceComponentRuntime {
    private final Map<ComponentDescriptionDTO, ComponentConfigurationDTO> all = new LinkedHashMap<>();

    ComponentConfigurationDTO add(String name, int state) {
        ComponentDescriptionDTO description = new ComponentDescriptionDTO();
        description.name = name;
        description.references = new ReferenceDTO[0];
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.description = description;
        configuration.state = state;
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
        all.put(description, configuration);
        return configuration;
    }

    /** One that is to be active at once and is being made. */
    void making(String name) {
        add(name, ComponentConfigurationDTO.SATISFIED).description.immediate = true;
    }

    void failed(String name, String trace) {
        add(name, ComponentConfigurationDTO.FAILED_ACTIVATION).failure = trace;
    }

    void unsatisfied(String name, String service, String target) {
        ComponentConfigurationDTO configuration = add(name, ComponentConfigurationDTO.UNSATISFIED_REFERENCE);
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "ref";
        reference.interfaceName = service;
        configuration.description.references = new ReferenceDTO[] {reference};
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = "ref";
        missing.target = target;
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {missing};
    }

    @Override
    public Collection<ComponentDescriptionDTO> getComponentDescriptionDTOs(Bundle... bundles) {
        return List.copyOf(all.keySet());
    }

    @Override
    public ComponentDescriptionDTO getComponentDescriptionDTO(Bundle bundle, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Collection<ComponentConfigurationDTO> getComponentConfigurationDTOs(ComponentDescriptionDTO description) {
        return List.of(all.get(description));
    }

    @Override
    public boolean isComponentEnabled(ComponentDescriptionDTO description) {
        return true;
    }

    @Override
    public Promise<Void> enableComponent(ComponentDescriptionDTO description) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Promise<Void> disableComponent(ComponentDescriptionDTO description) {
        throw new UnsupportedOperationException();
    }
}
