package org.preau.api.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandCallTest {
    private static final CommandSpec SPEC = CommandSpec.of("feed-check", "Checks")
            .argument("system", "aaf")
            .argument("file", "archive")
            .optionalArgument("note", "any")
            .option("academy", "CODE", "academy")
            .flag("json", "as JSON");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    record Row(String id, Instant at) {}

    @Test
    void findsArgumentsOptionsAndFlagsInAnyOrder() {
        CommandCall call = read("--json", "aaf", "--academy", "24", "x.tar.gz");

        assertThat(call.value("system")).isEqualTo("aaf");
        assertThat(call.value("academy")).isEqualTo("24");
        assertThat(call.flag("json")).isTrue();
        assertThat(call.optional("note")).isEmpty();
    }

    @Test
    void resolvesFilesFromWhereTheCallerStands() {
        assertThat(read("aaf", "../x.tar.gz").file("file")).isEqualTo(Path.of("/home/x.tar.gz"));
        assertThat(read("aaf", "/x.tar.gz").file("file")).isEqualTo(Path.of("/x.tar.gz"));
    }

    @Test
    void refusesWhatTheCommandDoesNotDeclare() {
        assertThatThrownBy(() -> read("aaf")).hasMessage("file is missing");
        assertThatThrownBy(() -> read("aaf", "x", "y", "z")).hasMessage("unexpected \"z\"");
        assertThatThrownBy(() -> read("aaf", "x", "--wrong")).hasMessage("unknown option --wrong");
        assertThatThrownBy(() -> read("aaf", "x", "--academy")).hasMessage("--academy needs a value");
        assertThatThrownBy(() -> read("aaf", "x", "--json=1")).hasMessage("--json takes no value");
        assertThatThrownBy(() -> read("aaf", "x", "--json", "--json")).hasMessage("--json is given twice");
    }

    @Test
    void takesWordsAfterTwoDashesAsTheyAre() {
        assertThat(read("aaf", "--", "--odd name").value("file")).isEqualTo("--odd name");
    }

    @Test
    void printsRecordsAndTimesAsJson() {
        read("aaf", "x").json(List.of(new Row("news", Instant.EPOCH)));

        assertThat(printed()).contains("\"id\" : \"news\"", "\"at\" : \"1970-01-01T00:00:00Z\"");
    }

    @Test
    void alignsTables() {
        read("aaf", "x").table(List.of("ID", "STATE"), List.of(List.of("people", "on"), List.of("x", "off")));

        assertThat(printed()).isEqualTo("ID      STATE\npeople  on\nx       off\n");
    }

    @Test
    void readsAnOptionGivenSeveralTimes() {
        CommandSpec spec = CommandSpec.of("feed-hold-accept", "").repeatedOption("school", "UAI", "");
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> words = List.of("--school", "A", "--school=B");
        assertThat(CommandCall.read(spec, words, Path.of("/"), stream, stream).values("school"))
                .containsExactly("A", "B");
        assertThat(CommandCall.read(spec, List.of(), Path.of("/"), stream, stream)
                        .values("school"))
                .isEmpty();
        assertThat(spec.synopsis()).isEqualTo("preau:feed-hold-accept [--school UAI]...");
    }

    @Test
    void showsItsSynopsis() {
        assertThat(SPEC.synopsis()).isEqualTo("preau:feed-check SYSTEM FILE [NOTE] [--academy CODE] [--json]");
    }

    private CommandCall read(String... words) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return CommandCall.read(SPEC, List.of(words), Path.of("/home/me"), stream, stream);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
