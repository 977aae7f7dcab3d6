package org.preau.core.connect.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableFilesTest {
    @TempDir
    private Path etc;

    @Test
    void areToldWithWhatToDoAndSoundOnesAreNot() throws IOException {
        write("org.preau.connector~good.cfg", "name.fr = École".getBytes(StandardCharsets.UTF_8));
        write("org.preau.connector~latin.cfg", "name.fr = École".getBytes(StandardCharsets.ISO_8859_1));
        write("org.preau.connector~escape.cfg", "launch.url = \\u12zz".getBytes(StandardCharsets.UTF_8));
        write("org.preau.connector~known.cfg", "launch.url = \\u12zz".getBytes(StandardCharsets.UTF_8));
        write("org.preau.core.feed.cfg", "launch.url = \\u12zz".getBytes(StandardCharsets.UTF_8));

        List<ConnectorFile> found = UnreadableFiles.in(etc, Set.of("org.preau.connector~known.cfg"));

        assertThat(found).extracting(ConnectorFile::id).containsExactlyInAnyOrder("latin", "escape");
        assertThat(found.stream().flatMap(file -> file.problems().stream()))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("org.preau.connector~latin.cfg: it is no text in UTF-8; save"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("org.preau.connector~escape.cfg: it holds a backslash that means nothing"));
        assertThat(UnreadableFiles.in(etc.resolve("missing"), Set.of())).isEmpty();
    }

    private void write(String name, byte[] text) throws IOException {
        Files.write(etc.resolve(name), text);
    }
}
