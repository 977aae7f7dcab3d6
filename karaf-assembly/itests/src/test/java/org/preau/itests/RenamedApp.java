package org.preau.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * The sample application under another id: the word {@code hello} becomes another of the same length wherever it stands, in names of packages, in the id, in the manifest, so that lengths in class files
 * hold.
 */
final class RenamedApp {
    private static final String WORD = "hello";

    private RenamedApp() {}

    /** The id of the n-th copy. */
    static String id(int n) {
        return "h%04d".formatted(n);
    }

    /** The n-th copy of a jar, beside the others. */
    static Path of(Path jar, int n, Path folder) {
        Path copy = folder.resolve(id(n) + ".jar");
        try (JarFile from = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(copy);
                JarOutputStream to = new JarOutputStream(file)) {
            for (JarEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new JarEntry(entry.getName().replace(WORD, id(n))));
                try (InputStream in = from.getInputStream(entry)) {
                    to.write(renamed(in.readAllBytes(), id(n)));
                }
                to.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private static byte[] renamed(byte[] content, String id) {
        return new String(content, StandardCharsets.ISO_8859_1)
                .replace(WORD, id)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
