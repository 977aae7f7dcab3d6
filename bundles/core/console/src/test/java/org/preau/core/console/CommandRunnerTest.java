package org.preau.core.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.console.CommandCall;
import org.preau.api.console.CommandSpec;
import org.preau.api.console.PortalCommand;

class CommandRunnerTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void runsTheNamedCommandWithItsWords() {
        assertThat(run("preau:say 'hello world' --loud", call -> {
                    call.out().println(call.value("what") + (call.flag("loud") ? "!" : ""));
                    return 3;
                }))
                .isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("hello world!\n");
    }

    @Test
    void showsAPortalFailureAsItsMessage() {
        assertThat(run("preau:say x", call -> {
                    throw new PortalException(ErrorCode.CONFLICT, "already there", null);
                }))
                .isEqualTo(PortalCommand.FAILED);
        assertThat(errors()).isEqualTo("already there\n");
    }

    @Test
    void reportsAFaultWithItsReference() {
        assertThat(run("preau:say x", call -> {
                    throw new IllegalStateException("broken");
                }))
                .isEqualTo(PortalCommand.FAILED);
        assertThat(errors()).contains("broken", "(F-1)");
    }

    @Test
    void showsTheUsageWhenWordsDoNotFit() {
        assertThat(run("preau:say", call -> 0)).isEqualTo(PortalCommand.MISUSED);
        assertThat(errors()).contains("what is missing", "usage: preau:say WHAT [--loud]");
        assertThat(run("preau:say 'x", call -> 0)).isEqualTo(PortalCommand.MISUSED);
    }

    @Test
    void splitsLinesAsAShellDoes() {
        assertThat(LineWords.of("  a 'b c' \"d \\\"e\\\"\" f\\ g ''  "))
                .containsExactly("a", "b c", "d \"e\"", "f g", "");
    }

    private int run(String line, Body body) {
        CommandRunner runner = new CommandRunner(() -> List.of(new FakeCommand(body)), () -> (part, cause) -> "F-1");
        return runner.run(line, Path.of("/"), stream(out), stream(err));
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private interface Body {
        int run(CommandCall call);
    }

    private record FakeCommand(Body body) implements PortalCommand {
        @Override
        public CommandSpec spec() {
            return CommandSpec.of("say", "Says it").argument("what", "text").flag("loud", "louder");
        }

        @Override
        public int run(CommandCall call) {
            return body.run(call);
        }
    }
}
