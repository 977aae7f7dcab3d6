package org.preau.testkit.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.preau.driver.Portal;

/** The portal of a run: started with the demonstration schools and the plugin, stopped when the run ends. */
final class Product implements AutoCloseable {
    private static final Duration DEPLOYED = Duration.ofSeconds(60);

    private final Portal portal;
    private final Windows windows;

    private Product(Portal portal) {
        this.portal = portal;
        this.windows = new Windows(portal);
    }

    /** Starts it. */
    static Product start() {
        System.setProperty("preau.root", folder().toString());
        System.setProperty(
                "preau.work", Path.of("target", "product").toAbsolutePath().toString());
        Portal portal = Portal.demo("portal");
        try {
            deploy(portal);
        } catch (RuntimeException | Error e) {
            portal.close();
            throw e;
        }
        return new Product(portal);
    }

    Portal portal() {
        return portal;
    }

    Windows windows() {
        return windows;
    }

    @Override
    public void close() {
        windows.close();
        portal.close();
    }

    /** The folder of the script {@code preau}: {@code bin} of a distribution, or a source tree. */
    private static Path folder() {
        String given = System.getProperty("preau.dist", System.getenv().getOrDefault("PREAU_HOME", ""));
        if (given.isBlank()) {
            throw new TestAbortedException(
                    "no portal to run in: give an unpacked distribution by -Dpreau.dist=DIR or PREAU_HOME");
        }
        return Stream.of(Path.of(given, "bin"), Path.of(given))
                .map(Path::toAbsolutePath)
                .filter(each -> Files.isExecutable(each.resolve("preau")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no distribution of the portal: " + given));
    }

    private static void deploy(Portal portal) {
        Path jar = jar();
        portal.deploy(jar, String.valueOf(jar.getFileName()));
        String id = id(jar);
        long end = System.nanoTime() + DEPLOYED.toNanos();
        Portal.Result sick = portal.exec("preau:doctor " + id);
        while (sick.status() != 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError(id + " did not come up: " + sick.out() + sick.err());
            }
            sick = portal.exec("preau:doctor " + id);
        }
    }

    private static Path jar() {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no jar in target/: run mvn verify"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String name = file.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
            if (name == null) {
                throw new AssertionError(jar + " is no bundle: does its POM have preau-plugin-parent as its parent?");
            }
            return name.split(";", 2)[0].strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
