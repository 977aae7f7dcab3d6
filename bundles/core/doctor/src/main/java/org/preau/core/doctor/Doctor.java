package org.preau.core.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.containment.Examiner;
import org.preau.api.containment.Examiner.Patient;
import org.preau.api.containment.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds whom an id means and asks every examiner about him. */
@Component(service = Doctor.class)
public class Doctor {
    private static final Logger log = LoggerFactory.getLogger(Doctor.class);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Examiner> examiners = List.of();

    private final BundleContext context;
    private final PluginApps apps;

    /** Works in this framework. */
    @Activate
    public Doctor(BundleContext context, @Reference PluginApps apps) {
        this.context = context;
        this.apps = apps;
    }

    Doctor(BundleContext context, PluginApps apps, List<Examiner> examiners) {
        this(context, apps);
        this.examiners = examiners;
    }

    /**
     * What came of an examination.
     *
     * @param id what was asked for
     * @param bundle symbolic name of the bundle, empty when there is none
     * @param version version of the bundle, empty when there is none
     * @param status what is the matter
     * @param findings all that was found, what makes it sick first
     */
    public record Diagnosis(String id, String bundle, String version, Status status, List<Finding> findings) {
        /** What is the matter. */
        public enum Status {
            /** Nothing. */
            WELL,
            /** Something keeps it from working. */
            SICK,
            /** Nobody knows it. */
            UNKNOWN
        }
    }

    /** Examines the plugin of that id: a symbolic name or its end, the id of an application or of a connector. */
    public Diagnosis examine(String id) {
        Bundle bundle = find(id);
        Patient patient = new Patient(id, bundle);
        Set<Finding> found = new LinkedHashSet<>();
        examiners.forEach(examiner -> found.addAll(ask(examiner, patient)));
        List<Finding> findings = new ArrayList<>(found);
        findings.sort(Comparator.comparing(Finding::sick).reversed());
        if (bundle == null && findings.isEmpty()) {
            return new Diagnosis(id, "", "", Diagnosis.Status.UNKNOWN, List.of(unknown(id)));
        }
        boolean sick = bundle == null
                        && findings.stream().noneMatch(each -> each.code().equals("connector"))
                || findings.stream().anyMatch(Finding::sick);
        return new Diagnosis(
                id,
                bundle == null ? "" : patient.name(),
                bundle == null ? "" : bundle.getVersion().toString(),
                sick ? Diagnosis.Status.SICK : Diagnosis.Status.WELL,
                List.copyOf(findings));
    }

    private static List<Finding> ask(Examiner examiner, Patient patient) {
        try {
            return examiner.examine(patient);
        } catch (RuntimeException | LinkageError e) {
            log.warn("{} cannot tell", examiner.getClass().getName(), e);
            return List.of(Words.note("cannot-tell", examiner.getClass().getSimpleName(), String.valueOf(e)));
        }
    }

    private Finding unknown(String id) {
        List<String> names = new ArrayList<>(apps.ids());
        Arrays.stream(context.getBundles())
                .map(Bundle::getSymbolicName)
                .filter(name -> name != null)
                .forEach(names::add);
        List<String> nearest = Names.nearest(id, names);
        return nearest.isEmpty()
                ? Words.sick("unknown", id)
                : Words.sick("unknown-near", id, String.join(", ", nearest));
    }

    private @Nullable Bundle find(String id) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> id.equals(bundle.getSymbolicName()))
                .max(Comparator.comparing(Bundle::getVersion))
                .or(() -> apps.bundles(id).stream().max(Comparator.comparing(Bundle::getVersion)))
                .or(() -> Arrays.stream(context.getBundles())
                        .filter(bundle -> bundle.getSymbolicName() != null && Names.alike(bundle.getSymbolicName(), id))
                        .max(Comparator.comparing(Bundle::getVersion)))
                .orElse(null);
    }
}
