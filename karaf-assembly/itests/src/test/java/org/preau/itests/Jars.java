package org.preau.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.preau.itests.bad.Bad;
import org.preau.itests.bad.BadActivator;

/** Jars that the tests drop into a portal. */
final class Jars {
    private Jars() {}

    /** Builds the sample application outside the reactor, as a stranger would, in that version. */
    static Path helloApp(String version) {
        Path project = Path.of(System.getProperty("preau.work")).resolve("hello-" + version);
        Plugins.copySample("hello-app", project);
        MavenRun.in(project).run("package", "-Dhello.version=" + version);
        return Plugins.jar(project);
    }

    /** A bundle whose activator is {@link BadPlugin}. */
    static Path badPlugin() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.example.bad");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", BadPlugin.class.getName());
        main.putValue(
                "Import-Package",
                "org.osgi.framework,jakarta.servlet;version=\"[6.0,7)\",jakarta.servlet.http;version=\"[6.0,7)\"");
        return pack("bad-plugin.jar", manifest, List.of("BadPlugin", "BadPlugin$1", "BadPlugin$Grabber"));
    }

    /** A bundle with a bad application of that kind. */
    static Path bad(Bad kind) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", kind.bundle());
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", BadActivator.class.getName());
        main.putValue("Bad-Kind", kind.name());
        main.putValue(
                "Import-Package",
                "org.osgi.framework,org.preau.api.app,org.preau.api.base,org.preau.api.directory,org.preau.api.signin,com.vaadin.flow.component,com.vaadin.flow.component.html,org.slf4j;version=\"[1.7,3)\"");
        return pack(
                "bad-" + kind.id() + ".jar",
                manifest,
                List.of(
                        "bad/Bad",
                        "bad/BadActivator",
                        "bad/BadApplication",
                        "bad/BadApplication$1",
                        "bad/BadApplication$BadView"));
    }

    private static Path pack(String file, Manifest manifest, List<String> classes) {
        Path jar = Path.of(System.getProperty("preau.work")).resolve(file);
        try (OutputStream stream = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(stream, manifest)) {
            for (String name : classes) {
                String path = "org/preau/itests/" + name + ".class";
                try (InputStream in = Jars.class.getResourceAsStream("/" + path)) {
                    if (in != null) {
                        out.putNextEntry(new JarEntry(path));
                        in.transferTo(out);
                        out.closeEntry();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
