package org.preau.core.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.app.AppCatalogue;
import org.preau.api.app.AppCatalogue.AppStatus;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.Toggles;
import org.preau.api.base.Profile;
import org.preau.api.containment.Examiner;
import org.preau.api.containment.Finding;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;

/** Tells what is wrong with what an application says of itself, and who does not get it. */
@Component
public final class AppExaminer implements Examiner {
    private final PluginApps apps;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AppCatalogue catalogue;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Toggles toggles;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Structures structures;

    /** Looks at these applications. */
    @Activate
    public AppExaminer(@Reference PluginApps apps) {
        this.apps = apps;
    }

    @Override
    public List<Finding> examine(Patient patient) {
        Bundle bundle = patient.bundle();
        if (bundle == null) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (PluginApps.Described app : apps.of(bundle)) {
            if (app.descriptor() == null) {
                findings.add(Words.sick("wrong-contribution", app.failure()));
            } else {
                findings.addAll(contribution(app.descriptor()));
                findings.addAll(conflicts(app.descriptor(), bundle));
                findings.addAll(switches(app.descriptor().id()));
            }
        }
        return findings;
    }

    /** What is wrong with, or to be known of, what it says of itself. */
    static List<Finding> contribution(AppDescriptor app) {
        List<Finding> findings = new ArrayList<>();
        Stream.of(
                        app.name().fr(),
                        app.name().en(),
                        app.description().fr(),
                        app.description().en())
                .filter(text -> text.matches("!.*!"))
                .distinct()
                .forEach(text -> findings.add(Words.sick("missing-text", text.substring(1, text.length() - 1))));
        if (app.audience().isEmpty()) {
            findings.add(Words.sick("no-audience", app.id()));
        } else if (app.audience().size() < Profile.values().length) {
            findings.add(Words.note(
                    "some-profiles",
                    app.id(),
                    app.audience().stream().sorted().map(Profile::name).collect(Collectors.joining(", "))));
        }
        return findings;
    }

    private List<Finding> conflicts(AppDescriptor app, Bundle bundle) {
        AppCatalogue known = catalogue;
        if (known == null) {
            return List.of();
        }
        List<AppStatus> same = known.all().stream()
                .filter(status -> status.descriptor().id().equals(app.id()))
                .toList();
        String version = bundle.getVersion().toString();
        if (same.isEmpty()) {
            return List.of(Words.sick("refused-app", app.id()));
        }
        boolean shadowed = same.stream()
                .anyMatch(status ->
                        status.version().equals(version) && status.state().equals("shadowed"));
        return shadowed
                ? List.of(Words.sick("two-apps", app.id(), version, String.join(", ", apps.bundlesOf(app.id()))))
                : same.stream()
                        .filter(status -> status.state().equals("broken"))
                        .map(status -> Words.sick("broken-app", app.id()))
                        .toList();
    }

    private List<Finding> switches(String id) {
        Toggles known = toggles;
        Structures tree = structures;
        if (known == null || tree == null) {
            return List.of();
        }
        return tree.roots().stream()
                .filter(root -> off(known.at(Scope.structure(root.id())), id))
                .map(root -> Words.sick("switched-off", id, root.name()))
                .toList();
    }

    private static boolean off(Map<String, Boolean> switches, String id) {
        return Boolean.FALSE.equals(switches.get("app:" + id));
    }
}
