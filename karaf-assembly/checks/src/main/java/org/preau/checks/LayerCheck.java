package org.preau.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Run by the build over all bundles: fails it when one breaks a {@linkplain LayerRules rule} or {@linkplain GateRules goes round the gate}. */
public final class LayerCheck {
    private LayerCheck() {}

    /**
     * Checks every jar below a folder.
     *
     * @param args the folder of the bundles
     */
    public static void main(String[] args) throws IOException {
        List<Path> jars = jars(Path.of(args[0]));
        List<String> found = check(jars);
        if (jars.isEmpty() || !found.isEmpty()) {
            throw new IllegalStateException(
                    jars.isEmpty()
                            ? "no bundle found below " + args[0]
                            : "layer rules broken:\n  " + String.join("\n  ", found));
        }
    }

    static List<String> check(List<Path> jars) {
        return jars.stream()
                .flatMap(jar -> {
                    BundleFacts bundle = BundleFacts.of(jar);
                    return Stream.concat(
                            LayerRules.violations(bundle).stream(), GateRules.violations(bundle, jar).stream());
                })
                .toList();
    }

    private static List<Path> jars(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, 4)) {
            return files.filter(file -> file.toString().matches(".*/target/[^/]+(?<!-tests|-sources)\\.jar"))
                    .sorted()
                    .toList();
        }
    }
}
