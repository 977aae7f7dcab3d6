package org.preau.core.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.preau.api.base.Requirement;
import org.preau.api.containment.Door;
import org.preau.api.containment.PluginState;
import org.preau.api.containment.StoppedPluginException;

/** A plugin whose call uses up the memory of the whole portal: it takes it down once, or twice, and no more. */
@Requirement("510F")
class MemoryWatchTest {
    private static final Limits LIMITS =
            new Limits(4, 10, Duration.ofSeconds(30), Duration.ofMinutes(1), Long.MAX_VALUE, 1);

    @TempDir
    Path data;

    private final SetClock clock = new SetClock();
    private final Bundle hog = FakePlugin.deployed("org.example.hog");
    private final Bundle other = FakePlugin.deployed("org.example.good");

    @Test
    void whoWasBeingCalledWhenTheMemoryRanOutStaysOutForAWhile() throws IOException {
        fall(hog);
        DefaultContainment next = start(true);
        assertThat(works(next, other)).isEqualTo("well");
        assertThatThrownBy(() -> works(next, hog)).isInstanceOf(StoppedPluginException.class);
        PluginState.Stop stop = stop(next);
        assertThat(stop.why()).isEqualTo("the portal's memory ran out while it was called");
        assertThat(stop.until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));

        clock.pass(Duration.ofMinutes(20));
        DefaultContainment restarted = start(false);
        assertThatThrownBy(() -> works(restarted, hog)).isInstanceOf(StoppedPluginException.class);
        clock.pass(Duration.ofMinutes(11));
        assertThat(works(restarted, hog)).isEqualTo("well");
    }

    @Test
    void aSecondTimeKeepsItOutUntilItIsReleased() throws IOException {
        fall(hog);
        clock.pass(Duration.ofMinutes(31));
        DefaultContainment next = start(true);
        assertThatThrownBy(() -> works(next, hog)).isInstanceOf(StoppedPluginException.class);
        clock.pass(Duration.ofMinutes(31));
        fall(hog);
        start(true);
        clock.pass(Duration.ofDays(20));
        DefaultContainment later = start(false);
        assertThatThrownBy(() -> works(later, hog)).isInstanceOf(StoppedPluginException.class);
        assertThat(stop(later).why()).contains("2 times", "until it is released");

        assertThat(later.release(later.named("org.example.hog").orElseThrow())).isTrue();
        assertThat(works(later, hog)).isEqualTo("well");
        assertThat(works(start(false), hog)).isEqualTo("well");
    }

    @Test
    void aKilledPortalAccusesNobody() throws IOException {
        fall(hog);
        assertThat(works(start(false), hog)).isEqualTo("well");
    }

    @Test
    void aCallThatEndedIsNotAccused() throws IOException {
        DefaultContainment first = start(false);
        works(first, hog);
        assertThatThrownBy(() -> first.call(hog, Door.CARD, () -> {
                    throw new IllegalStateException("a failure is an end too");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(works(start(true), hog)).isEqualTo("well");
    }

    /** The process ends while this plugin is being called: nothing that comes after that counts. */
    private void fall(Bundle plugin) throws IOException {
        DefaultContainment portal = start(false);
        portal.call(plugin, Door.JOB, () -> {
            Files.copy(data.resolve("plugins.called"), data.resolve("at-the-end"));
            return "";
        });
        Files.move(data.resolve("at-the-end"), data.resolve("plugins.called"), StandardCopyOption.REPLACE_EXISTING);
    }

    private DefaultContainment start(boolean fell) throws IOException {
        return new DefaultContainment(LIMITS, clock, null, MemoryWatch.of(data, fell, clock));
    }

    private static String works(DefaultContainment containment, Bundle plugin) {
        return containment.call(plugin, Door.JOB, () -> "well");
    }

    private static PluginState.Stop stop(DefaultContainment containment) {
        return containment.states().stream()
                .filter(state -> state.plugin().equals("org.example.hog"))
                .findFirst()
                .orElseThrow()
                .stop()
                .orElseThrow();
    }
}
