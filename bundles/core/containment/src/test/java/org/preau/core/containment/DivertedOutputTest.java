package org.preau.core.containment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.preau.api.base.Requirement;

@Requirement("510F")
class DivertedOutputTest {
    private static final int LONGEST = 4_096;

    private final Bundle plugin = FakePlugin.deployed("org.example.bad");
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private final List<String> told = new ArrayList<>();
    private final PrintStream out = new PrintStream(
            new DivertedOutput(
                    new PrintStream(plain, true, StandardCharsets.UTF_8),
                    type -> type == Plugin.class ? plugin : null,
                    this::tell),
            true,
            StandardCharsets.UTF_8);

    /** What a plugin does. */
    private static final class Plugin {
        static void does(Runnable work) {
            work.run();
        }
    }

    private void tell(Bundle by, String line) {
        assertThat(by).isSameAs(plugin);
        told.add(line);
        if (line.length() == LONGEST) {
            return;
        }
        out.println("the log says something about it");
    }

    @Test
    void tellsThePluginsLinesAndPassesOnEverybodyElses() {
        out.println("from the portal");
        Plugin.does(() -> {
            out.println("élève");
            out.print("half a ");
        });
        out.println("the portal again");
        Plugin.does(() -> out.printf("line%n%nanother%n"));
        assertThat(told).containsExactly("élève", "half a line", "another");
        assertThat(plain.toString(StandardCharsets.UTF_8))
                .contains("from the portal\n", "the portal again\n")
                .doesNotContain("élève", "half");
    }

    @Test
    void whatTheLogItselfPrintsGoesNotRoundInCircles() {
        Plugin.does(() -> out.println("once"));
        assertThat(told).containsExactly("once");
        assertThat(plain.toString(StandardCharsets.UTF_8)).isEqualTo("the log says something about it\n");
    }

    @Test
    void aLineWithoutEndIsToldInPieces() {
        Plugin.does(() -> out.print("x".repeat(10_000)));
        assertThat(told).hasSize(2).allSatisfy(line -> assertThat(line).hasSize(LONGEST));
    }
}
