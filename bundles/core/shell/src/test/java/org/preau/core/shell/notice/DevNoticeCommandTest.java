package org.preau.core.shell.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.console.CommandCall;
import org.preau.core.shell.FakeNeighbours;
import org.preau.core.shell.bridge.BoundSessions;

class DevNoticeCommandTest {
    private final DevNotices notices = new DevNotices(new BoundSessions(new FakeNeighbours()));
    private final DevNoticeCommand command = new DevNoticeCommand(notices);

    @TempDir
    Path folder;

    private void run(String... words) throws IOException {
        PrintStream none = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        command.run(CommandCall.read(command.spec(), List.of(words), folder, none, none));
    }

    @Test
    void showsTheTextOfAFileUntilItIsTakenAway() throws IOException {
        Files.writeString(folder.resolve("why.txt"), "compile\nNotes.java:3: ';' expected\n");
        run("notes", "--file", "why.txt");
        assertThat(notices.all()).containsEntry("notes", "compile\nNotes.java:3: ';' expected");
        run("notes");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void keepsOneTextAPlugin() throws IOException {
        Files.writeString(folder.resolve("a"), "first");
        Files.writeString(folder.resolve("b"), "second");
        run("notes", "--file", "a");
        run("notes", "--file", "b");
        run("other", "--file", "a");
        assertThat(notices.all())
                .containsOnly(java.util.Map.entry("notes", "second"), java.util.Map.entry("other", "first"));
    }
}
