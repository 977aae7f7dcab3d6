package org.preau.sdk.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which headers of the manifest a plugin may not have. */
final class HeaderRules {
    private static final Map<String, String> FORBIDDEN = new TreeMap<>(Map.of(
            "DynamicImport-Package", "name what is used, or a change of anybody's bundle restarts the plugin",
            "Require-Bundle", "import packages, bundles of the portal change",
            "Fragment-Host", "a plugin is a bundle of its own",
            "Bundle-Activator", "use a component (@Component): it is started when what it needs is there"));

    private HeaderRules() {}

    static List<String> problems(Function<String, @Nullable String> header) {
        List<String> problems = new ArrayList<>();
        FORBIDDEN.forEach((name, instead) -> {
            if (header.apply(name) != null) {
                problems.add("has the header " + name + ": " + instead);
            }
        });
        return problems;
    }
}
