package org.preau.core.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes jars with a manifest and nothing else. */
final class Jars {
    private Jars() {}

    /** A jar with these headers, name and value in turn. */
    static Path write(Path file, String... headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        for (int i = 0; i < headers.length; i += 2) {
            attributes.putValue(headers[i], headers[i + 1]);
        }
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        return file;
    }

    /** A plugin. */
    static Path plugin(Path file, String name, String version) throws IOException {
        return write(
                file,
                "Bundle-ManifestVersion",
                "2",
                "Bundle-SymbolicName",
                name + ";singleton:=true",
                "Bundle-Version",
                version);
    }
}
