package org.preau.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.console.CommandCall;

class RingFaultsTest {
    private static final Logger QUIET = Logger.getLogger(RingFaults.class.getName());

    private final RingFaults faults = new RingFaults(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @BeforeEach
    void quiet() {
        QUIET.setLevel(Level.OFF);
    }

    @AfterEach
    void loud() {
        QUIET.setLevel(null);
    }

    @Test
    void givesAReferenceThatCanBeReadAloud() {
        assertThat(faults.report("/app/news", new IllegalStateException("x")))
                .matches("F-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{3}");
    }

    @Test
    void keepsTheLastTwoHundredNewestFirst() {
        for (int i = 0; i < 250; i++) {
            faults.report("part " + i, new IllegalStateException());
        }

        assertThat(faults.last()).hasSize(200);
        assertThat(faults.last().get(0).part()).isEqualTo("part 249");
        assertThat(faults.count()).isEqualTo(250);
    }

    @Test
    void listsThemWithTheirFirstCause() {
        String reference =
                faults.report("news", new IllegalStateException("outer", new IllegalArgumentException("inner")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        FaultListCommand command = new FaultListCommand(faults);

        assertThat(command.run(CommandCall.read(command.spec(), List.of("--json"), Path.of("/"), stream, stream)))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(reference, "outer", "inner", "1970-01-01T00:00:00Z");
    }
}
