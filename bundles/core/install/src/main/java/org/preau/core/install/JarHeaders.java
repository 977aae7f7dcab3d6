package org.preau.core.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says for people.
 *
 * @param name {@code Bundle-Name}; empty when it says none
 * @param provider {@code Bundle-Vendor}; may be empty
 * @param portal packages of the portal that it imports
 */
record JarHeaders(String name, String provider, Set<String> portal) {
    private static final Pattern CLAUSE = Pattern.compile("(?:^|,)\\s*([\\w.]+)((?:[^,\"]|\"[^\"]*\")*)");
    private static final String OURS = "org.preau.";

    /** Reads a jar; one that cannot be read says nothing. */
    static JarHeaders read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest != null) {
                var main = manifest.getMainAttributes();
                return new JarHeaders(
                        text(main.getValue("Bundle-Name")),
                        text(main.getValue("Bundle-Vendor")),
                        portal(text(main.getValue("Import-Package"))));
            }
        } catch (IOException e) {
            return new JarHeaders("", "", Set.of());
        }
        return new JarHeaders("", "", Set.of());
    }

    /** The packages of the portal that an {@code Import-Package} names. */
    static Set<String> portal(String imports) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = CLAUSE.matcher(imports);
        while (matcher.find()) {
            if (matcher.group(1).startsWith(OURS)) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    /** A header or nothing. */
    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
