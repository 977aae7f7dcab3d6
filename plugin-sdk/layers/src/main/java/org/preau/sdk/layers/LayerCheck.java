package org.preau.sdk.layers;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Clazz;
import aQute.bnd.service.verifier.VerifierPlugin;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fails the build of a plugin that reaches round the portal's contracts: it imports the portal's inner packages, registers servlets by itself, changes the whole JVM, opens other bundles' classes by
 * reflection, or asks the framework for wires that break when another plugin is updated.
 *
 * <p>bnd calls it while it makes the manifest: {@code -plugin.layers: org.preau.sdk.layers.LayerCheck}. Every message says what to use instead.
 */
public final class LayerCheck implements VerifierPlugin {
    @Override
    public void verify(Analyzer bundle) throws Exception {
        Set<String> own = names(bundle.getContained().keySet());
        Set<String> wrong = new TreeSet<>();
        own.stream().filter(PackageRules::ofThePortal).forEach(name -> wrong.add(PackageRules.notYours(name)));
        for (String imported : names(bundle.getImports().keySet())) {
            PackageRules.problem(imported).ifPresent(wrong::add);
        }
        HeaderRules.problems(bundle::getProperty).forEach(wrong::add);
        for (Clazz type : bundle.getClassspace().values()) {
            wrong.addAll(ClassRules.problems(type));
        }
        wrong.forEach(problem -> bundle.error("%s", "layer check: " + problem));
    }

    private static Set<String> names(Set<? extends aQute.bnd.osgi.Descriptors.PackageRef> packages) {
        Set<String> names = new TreeSet<>();
        packages.forEach(each -> names.add(each.getFQN()));
        return names;
    }
}
