package org.preau.core.connect.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.preau.api.console.CommandCall;

/** What is kept of exchanges, and for how long. */
class ExchangesTest extends ExchangeWorld {
    @Test
    void keepsWhatHappenedTheLatestFirst() {
        exchanges.done("quiz", "serviceValidate");
        exchanges.flush();
        exchanges.refused("quiz", "serviceValidate", "the ticket was used before");
        exchanges.done("other", "token");
        exchanges.flush();

        assertThat(store.latest("quiz", 10))
                .extracting(entry ->
                        entry.kind().step() + " " + entry.kind().refused().orElse("yes"))
                .containsExactly("serviceValidate the ticket was used before", "serviceValidate yes");
    }

    @Test
    void countsWhatIsAlikeWithinAFlush() {
        for (int i = 0; i < 1_000; i++) {
            exchanges.done("quiz", "serviceValidate");
        }
        exchanges.flush();

        assertThat(store.latest("quiz", 10).stream()
                        .mapToInt(SqlExchanges.Entry::times)
                        .sum())
                .isEqualTo(1_000);
        assertThat(store.latest("quiz", 10)).hasSizeLessThan(10);
    }

    @Test
    void blotsOutWhatLooksLikeASecret() {
        exchanges.refused(
                "quiz",
                "token\r\nx",
                "ST-1a2b3c is used, PGTIOU-9-x too; eyJhbGciOiJub25lIn0aaaaaaaaaaaaaaaaaa.eyJzdWIiOiJ4In0.c2ln of zoe.martin@ecole.example");
        exchanges.flush();

        var kind = store.latest("quiz", 1).get(0).kind();
        assertThat(kind.step()).isEqualTo("token  x");
        assertThat(kind.refused()).contains("… is used, … too; … of …");
    }

    @Test
    void keepsFiveHundredOfAConnectorAndSevenDays() {
        for (int i = 0; i < 520; i++) {
            store.write(Map.of(new SqlExchanges.Kind("quiz", "step " + i, Optional.empty()), 1));
        }
        store.write(Map.of(new SqlExchanges.Kind("other", "step", Optional.empty()), 1));

        assertThat(store.latest("quiz", 1_000)).hasSize(500);
        assertThat(store.latest("quiz", 1).get(0).kind().step()).isEqualTo("step 519");
        clock.pass(Duration.ofDays(8));
        store.forget();
        assertThat(store.latest("other", 10)).isEmpty();
    }

    @Test
    void listsThemAtTheConsole() {
        exchanges.refused("quiz", "proxy", "BAD_PGT");
        exchanges.flush();
        ExchangeListCommand command = new ExchangeListCommand(store);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        command.run(CommandCall.read(command.spec(), List.of("quiz"), Path.of("/"), print, print));
        command.run(CommandCall.read(command.spec(), List.of("quiz", "--json"), Path.of("/"), print, print));

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("proxy", "BAD_PGT", "\"times\"");
    }
}
