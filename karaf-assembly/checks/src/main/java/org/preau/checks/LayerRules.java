package org.preau.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the house about who may see whom (docs/architecture.md): nothing looks up, siblings do not see each other, contracts are in {@code api}, and each risky technology
 * has one owner.
 */
final class LayerRules {
    private static final String OURS = "org.preau.";

    /** Technologies and the only bundles that may import them. */
    private static final Map<String, Set<String>> OWNERS = Map.of(
            "org.eclipse.persistence", Set.of("org.preau.core.persistence"),
            "com.zaxxer.hikari", Set.of("org.preau.core.persistence"),
            "org.flywaydb", Set.of("org.preau.core.persistence"),
            "com.vaadin.flow.di", Set.of("org.preau.core.shell"),
            "com.vaadin.flow.internal", Set.of("org.preau.core.shell"),
            "com.vaadin.flow.server", Set.of("org.preau.core.shell"),
            "org.apache.karaf", Set.of("org.preau.core.console", "org.preau.core.install"),
            "org.pac4j", Set.of("org.preau.signin"));

    /** Packages below an owned one that every application may use: downloads and uploads. */
    private static final Set<String> FREE = Set.of("com.vaadin.flow.server.streams");

    /** Services by which a bundle would get hold of the HTTP context itself. */
    private static final List<String> HTTP_REGISTRATIONS = List.of(
            "interface=\"jakarta.servlet.",
            "interface=\"org.osgi.service.servlet.context.",
            "osgi.http.whiteboard.",
            "org.ops4j.pax.web");

    private LayerRules() {}

    /** What is wrong with a bundle, each a sentence that says what to do; empty when nothing is. */
    static List<String> violations(BundleFacts bundle) {
        List<String> found = new ArrayList<>();
        String name = bundle.symbolicName();
        if (!name.startsWith(OURS)) {
            return List.of(name + ": a bundle of ours has a symbolic name below org.preau");
        }
        if (floor(name).equals("thirdparty")) {
            return bundle.dynamicImports().contains("*")
                    ? List.of(
                            name + " imports " + bundle.dynamicImports() + " dynamically: a wildcard wires to plugins")
                    : List.of();
        }
        bundle.imports().forEach((imported, optional) -> checkImport(name, imported, optional, found));
        for (String exported : bundle.exports()) {
            if (!floor(name).equals("api") && !floor(name).equals("ui")) {
                found.add(name + " exports " + exported + ": only api and ui bundles export; move the contract there");
            }
        }
        if (!bundle.dynamicImports().isEmpty()) {
            found.add(name + " has DynamicImport-Package: name what it imports");
        }
        checkComponents(bundle, found);
        return found;
    }

    private static void checkImport(String name, String imported, boolean optional, List<String> found) {
        if (imported.startsWith("javax.servlet") || imported.startsWith("javax.persistence")) {
            found.add(name + " imports " + imported + ": use its jakarta successor");
        }
        for (Map.Entry<String, Set<String>> owner : OWNERS.entrySet()) {
            boolean concerned = imported.equals(owner.getKey()) || imported.startsWith(owner.getKey() + ".");
            if (concerned
                    && !FREE.contains(imported)
                    && owner.getValue().stream().noneMatch(name::startsWith)) {
                found.add(name + " imports " + imported + ": only " + owner.getValue() + " may");
            }
        }
        if (!imported.startsWith(OURS) || imported.equals(name) || imported.startsWith(name + ".")) {
            return;
        }
        String floor = floor(imported);
        boolean contract = floor.equals("api");
        boolean kit = floor.equals("ui") && !floor(name).equals("api");
        if (!contract && !kit) {
            found.add(name + " imports " + imported + ": a bundle sees api bundles and itself only");
        }
        if (optional) {
            found.add(name + " imports " + imported + " optionally: it would be refreshed when that bundle comes");
        }
    }

    private static void checkComponents(BundleFacts bundle, List<String> found) {
        Set<String> owners = Set.of("org.preau.core.http", "org.preau.core.shell");
        for (String component : bundle.components()) {
            for (String registration : HTTP_REGISTRATIONS) {
                if (component.contains(registration) && !owners.contains(bundle.symbolicName())) {
                    found.add(bundle.symbolicName() + " registers " + registration
                            + " itself: register an org.preau.api.http.HttpEndpoint");
                }
            }
        }
    }

    private static String floor(String name) {
        String rest = name.substring(OURS.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
