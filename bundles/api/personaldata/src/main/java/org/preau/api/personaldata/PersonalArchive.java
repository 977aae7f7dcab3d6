package org.preau.api.personaldata;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The folder of one part in the archive of a person's data. Used by the part while its {@link PersonalData#export} runs, on that thread.
 *
 * @since 1.0
 */
@ProviderType
public interface PersonalArchive {
    /**
     * Begins a file; the one before is complete then.
     *
     * @param name relative name, {@code photos/2026/class.jpg}; letters, digits, dot, dash, underscore and slash
     * @return where its bytes go; closing it is allowed and not needed
     * @throws IllegalArgumentException for another name, or one used before
     */
    OutputStream file(String name) throws IOException;

    /** Writes a whole file of text, in UTF-8. */
    default void text(String name, String content) throws IOException {
        file(name).write(content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes files of text, in the order of the map, and leaves out those without content: what a part read in its transaction, where nothing is written.
     *
     * @param files content by name
     */
    default void texts(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!file.getValue().isEmpty()) {
                text(file.getKey(), file.getValue());
            }
        }
    }
}
