package org.preau.core.install;

import java.nio.file.Path;
import org.osgi.framework.Version;

/**
 * A jar in the folder that is a plugin.
 *
 * @param file where it lies
 * @param name symbolic name of the bundle, its identity whatever the file is called
 * @param modified last change of the file, milliseconds since 1970
 * @param hash SHA-256 of its content, hexadecimal
 */
record PluginJar(Path file, String name, Version version, long modified, String hash) {
    /** What people see in the log. */
    String label() {
        return name + " " + version + " (" + file.getFileName() + ")";
    }
}
