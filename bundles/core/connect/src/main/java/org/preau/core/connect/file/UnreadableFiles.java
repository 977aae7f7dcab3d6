package org.preau.core.connect.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorFinding;
import org.preau.core.connect.ConnectorRules;

/** Connector files that are no files of keys and values: File Install hands them to nobody, so nobody but the folder knows of them. */
final class UnreadableFiles {
    private static final Texts TEXTS = Texts.of(ConnectorRules.class);

    private UnreadableFiles() {}

    /**
     * Those in the folder.
     *
     * @param known names of the files that were handed on
     */
    static List<ConnectorFile> in(Path folder, Set<String> known) {
        List<ConnectorFile> unreadable = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "org.preau.connector{~,-}*.cfg")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!known.contains(name)) {
                    problem(file)
                            .map(finding -> ConnectorFile.hopeless(name, ConnectorFileReader.meant(name), finding))
                            .ifPresent(unreadable::add);
                }
            }
        } catch (IOException e) {
            return unreadable;
        }
        return unreadable;
    }

    /** Why it cannot be read; nothing for a sound one, which is only not handed on yet. */
    private static Optional<ConnectorFinding> problem(Path file) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            new Properties().load(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(ConnectorFinding.of(TEXTS, "backslash", "", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return Optional.of(ConnectorFinding.of(TEXTS, "encoding", ""));
        }
    }
}
