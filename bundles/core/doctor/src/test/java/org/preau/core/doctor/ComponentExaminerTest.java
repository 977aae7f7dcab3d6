package org.preau.core.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.preau.api.containment.Examiner.Patient;
import org.preau.api.containment.Finding;

class ComponentExaminerTest {
    private final Bundle bundle = FakeBundles.bundle("org.example.notes", Bundle.ACTIVE, Map.of());
    private final ComponentDescriptionDTO component = description("org.example.notes", "org.example.notes.NotesApp");
    private final ComponentDescriptionDTO giver = description("org.example.mail", "org.example.mail.Gateway");
    private final ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
    private final List<ComponentConfigurationDTO> configurations = new ArrayList<>(List.of(configuration));
    private final List<ComponentDescriptionDTO> components = new ArrayList<>(List.of(component));
    private boolean enabled = true;

    @Test
    void aComponentThatRunsIsWell() {
        configuration.state = ComponentConfigurationDTO.ACTIVE;
        assertThat(examine()).isEmpty();
    }

    @Test
    void namesComponentReferenceFilterAndWhoWouldGiveIt() {
        giver.serviceInterfaces = new String[] {"org.preau.api.Mail"};
        waitsFor("mail", "org.preau.api.Mail", "(kind=sms)");
        Finding finding = only();
        assertThat(finding.code()).isEqualTo("waits-for-service");
        assertThat(finding.what().en())
                .contains(
                        "NotesApp", "org.preau.api.Mail", "(kind=sms)", "org.example.mail (org.example.mail.Gateway)");
    }

    @Test
    void saysThatNobodyGivesTheService() {
        waitsFor("mail", "org.preau.api.Mail", "");
        assertThat(only().code()).isEqualTo("unknown-service");
    }

    @Test
    void saysThatItWaitsForItsData() {
        waitsFor("tx", "org.preau.api.persistence.Tx", "(preau.unit=notes)");
        assertThat(only().code()).isEqualTo("waits-for-unit");
    }

    @Test
    void showsTheFirstLinesOfAFailedActivation() {
        configuration.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        configuration.failure = "java.lang.IllegalArgumentException: no colour\n\tat one\n\tat two\n\tat three";
        Finding finding = only();
        assertThat(finding.code()).isEqualTo("failed-activation");
        assertThat(finding.what().en()).contains("no colour", "at two").doesNotContain("at three");
    }

    @Test
    void saysWhichConfigurationIsMissing() {
        configuration.state = ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;
        component.configurationPid = new String[] {"org.example.notes"};
        assertThat(only().cure().en()).contains("etc/org.example.notes.cfg");
        configurations.clear();
        component.configurationPolicy = "require";
        assertThat(only().code()).isEqualTo("no-configuration");
    }

    @Test
    void saysThatAComponentIsDisabledOrThatThereIsNone() {
        enabled = false;
        assertThat(only().code()).isEqualTo("disabled");
        components.clear();
        assertThat(only().code()).isEqualTo("no-service");
    }

    private void waitsFor(String name, String type, String target) {
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = name;
        reference.interfaceName = type;
        component.references = new ReferenceDTO[] {reference};
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = name;
        missing.target = target;
        configuration.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {missing};
    }

    private Finding only() {
        List<Finding> findings = examine();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private List<Finding> examine() {
        ServiceComponentRuntime runtime = (ServiceComponentRuntime) Proxy.newProxyInstance(
                ServiceComponentRuntime.class.getClassLoader(),
                new Class<?>[] {ServiceComponentRuntime.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getComponentDescriptionDTOs" ->
                        ((Object[]) arguments[0]).length == 0 ? List.of(component, giver) : components;
                    case "getComponentConfigurationDTOs" -> configurations;
                    case "isComponentEnabled" -> enabled;
                    default -> null;
                });
        return new ComponentExaminer(runtime).examine(new Patient("notes", bundle));
    }

    private static ComponentDescriptionDTO description(String bundle, String name) {
        ComponentDescriptionDTO description = new ComponentDescriptionDTO();
        description.name = name;
        description.bundle = new BundleDTO();
        description.bundle.symbolicName = bundle;
        description.serviceInterfaces = new String[0];
        description.references = new ReferenceDTO[0];
        return description;
    }
}
