package org.preau.core.install;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

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

    /** Adds files to a jar or changes them; an empty text takes one away. What else is in it stays as it is. */
    static void change(Path jar, Map<String, String> files) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        try (ZipFile before = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(before.entries())) {
                all.put(entry.getName(), before.getInputStream(entry).readAllBytes());
            }
        }
        files.forEach((name, text) -> {
            if (text.isEmpty()) {
                all.remove(name);
            } else {
                all.put(name, text.getBytes(StandardCharsets.UTF_8));
            }
        });
        try (ZipOutputStream after = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> each : all.entrySet()) {
                after.putNextEntry(new ZipEntry(each.getKey()));
                after.write(each.getValue());
                after.closeEntry();
            }
        }
    }

    /** A file of a jar. */
    static byte[] entry(Path jar, String name) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.getInputStream(file.getEntry(name)).readAllBytes();
        }
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
