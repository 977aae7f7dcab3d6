package org.preau.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.preau.driver.Portal;

/** Plugins outside the reactor, as strangers have them. */
final class Plugins {
    private Plugins() {}

    /** The samples of the SDK. */
    static Path samples() {
        return Portal.root().resolve("plugin-sdk/samples");
    }

    /** A fresh copy of a sample, without what was built in it. */
    static void copySample(String name, Path target) {
        Path sample = samples().resolve(name);
        Portal.run(List.of("rm", "-rf", target.toString()), Map.of());
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.toList()) {
                Path inside = sample.relativize(file);
                if (inside.startsWith("target")) {
                    continue;
                }
                Path copy = target.resolve(inside);
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar that a project built. */
    static Path jar(Path project) {
        try (Stream<Path> built = Files.list(project.resolve("target"))) {
            return built.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no jar in " + project));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
