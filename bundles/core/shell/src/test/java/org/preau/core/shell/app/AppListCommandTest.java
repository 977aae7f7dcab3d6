package org.preau.core.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.preau.api.console.CommandCall;
import org.preau.core.shell.FakeApplication;
import org.preau.core.shell.FakeNeighbours;

class AppListCommandTest {
    private final Applications applications = new Applications(new FakeNeighbours());
    private final AppListCommand command = new AppListCommand(applications);

    private String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = command.run(CommandCall.read(command.spec(), List.of(words), Path.of("/"), print, print));
        assertThat(status).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsIdVersionAndStateAsJson() {
        applications.add(new FakeApplication("news", 1), new Version(1, 2, 3));
        assertThat(run("--json").replaceAll("\\s", ""))
                .isEqualTo("[{\"id\":\"news\",\"version\":\"1.2.3\",\"state\":\"active\",\"name\":\"Nomnews\"}]");
    }

    @Test
    void printsATableForPeople() {
        applications.add(new FakeApplication("news", 1), new Version(1, 2, 3));
        assertThat(run()).contains("ID", "news", "1.2.3", "active");
    }
}
