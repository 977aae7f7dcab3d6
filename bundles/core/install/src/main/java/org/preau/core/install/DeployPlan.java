package org.preau.core.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.preau.api.base.LocalizedText;

/**
 * What is to be done so that the framework has what the folder holds: of each symbolic name the highest version.
 *
 * @param steps in the order to do them
 * @param problems files that do not count, with the reason
 */
record DeployPlan(List<Step> steps, Map<Path, LocalizedText> problems) {
    private static final Comparator<PluginJar> BEST =
            Comparator.comparing(PluginJar::version).thenComparing(PluginJar::modified);

    /** One change. */
    sealed interface Step {
        /** A jar whose bundle is not there, or is there with other content. */
        record Deploy(PluginJar jar) implements Step {}

        /** The same content under another file name: only noted. */
        record Rename(PluginJar jar) implements Step {}

        /** A bundle whose jar is gone. */
        record Remove(DeployedBundles.Entry entry) implements Step {}
    }

    /**
     * Compares the folder with what was deployed.
     *
     * @param failed whether a jar of that hash was tried and failed
     * @param platform whether a symbolic name is the platform's own and not a plugin's
     */
    static DeployPlan of(
            Map<Path, JarReading> folder,
            Map<String, DeployedBundles.Entry> deployed,
            Predicate<String> failed,
            Predicate<String> platform) {
        Map<Path, LocalizedText> problems = new TreeMap<>();
        Set<String> stay = new HashSet<>();
        Map<String, PluginJar> best = new HashMap<>();
        List<PluginJar> plugins = new ArrayList<>();
        folder.forEach((file, reading) -> {
            if (reading instanceof JarReading.Plugin plugin) {
                plugins.add(plugin.jar());
            } else {
                if (reading instanceof JarReading.Refused refused) {
                    problems.put(file, refused.why());
                    stay.add(refused.name());
                }
                deployed.values().stream()
                        .filter(entry -> entry.file().equals(String.valueOf(file.getFileName())))
                        .forEach(entry -> stay.add(entry.name()));
            }
        });
        for (PluginJar jar : plugins) {
            if (platform.test(jar.name())) {
                problems.put(jar.file(), Words.say("plan.platform", jar.name()));
            } else if (failed.test(jar.hash())) {
                stay.add(jar.name());
            } else {
                best.merge(jar.name(), jar, (a, b) -> BEST.compare(a, b) >= 0 ? a : b);
            }
        }
        for (PluginJar jar : plugins) {
            PluginJar serving = best.get(jar.name());
            if (serving != null && serving != jar && !failed.test(jar.hash())) {
                problems.put(jar.file(), Words.say("plan.shadowed", serving.label()));
            }
        }
        return new DeployPlan(steps(best, deployed, stay), problems);
    }

    private static List<Step> steps(
            Map<String, PluginJar> best, Map<String, DeployedBundles.Entry> deployed, Set<String> stay) {
        List<Step> steps = new ArrayList<>();
        deployed.values().stream()
                .filter(entry -> !best.containsKey(entry.name()) && !stay.contains(entry.name()))
                .sorted(Comparator.comparing(DeployedBundles.Entry::name))
                .forEach(entry -> steps.add(new Step.Remove(entry)));
        best.values().stream().sorted(Comparator.comparing(PluginJar::name)).forEach(jar -> {
            DeployedBundles.Entry entry = deployed.get(jar.name());
            if (entry == null || !entry.hash().equals(jar.hash())) {
                steps.add(new Step.Deploy(jar));
            } else if (!entry.file().equals(String.valueOf(jar.file().getFileName()))) {
                steps.add(new Step.Rename(jar));
            }
        });
        return List.copyOf(steps);
    }
}
