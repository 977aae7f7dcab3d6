package org.preau.core.doctor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.containment.Examiner;
import org.preau.api.containment.Finding;

/** Tells why the bundle itself does not run: packages, Java, or just not started. */
@Component
public final class BundleExaminer implements Examiner {
    private final Supplier<Imports> imports;

    /** Looks at this framework. */
    @Activate
    public BundleExaminer(BundleContext context) {
        this(() -> new Imports(Exports.of(context), Runtime.version().feature()));
    }

    BundleExaminer(Supplier<Imports> imports) {
        this.imports = imports;
    }

    @Override
    public List<Finding> examine(Patient patient) {
        Bundle bundle = patient.bundle();
        if (bundle == null) {
            return List.of();
        }
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> unresolved(bundle);
            case Bundle.RESOLVED -> List.of(Words.sick("not-started", patient.name()));
            case Bundle.STARTING -> List.of(Words.sick("starting", patient.name()));
            case Bundle.STOPPING -> List.of(Words.sick("stopping", patient.name()));
            default -> List.of();
        };
    }

    private List<Finding> unresolved(Bundle bundle) {
        Map<String, String> manifest = new LinkedHashMap<>();
        var headers = bundle.getHeaders("");
        Collections.list(headers.keys()).forEach(key -> manifest.put(key, headers.get(key)));
        List<Finding> missing = imports.get().missing(manifest);
        return missing.isEmpty()
                ? List.of(Words.sick("unresolved", String.valueOf(bundle.getSymbolicName())))
                : missing;
    }
}
