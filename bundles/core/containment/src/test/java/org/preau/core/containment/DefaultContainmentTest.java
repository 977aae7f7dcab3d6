package org.preau.core.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.containment.Door;
import org.preau.api.containment.PluginState;
import org.preau.api.containment.StoppedPluginException;

class DefaultContainmentTest {
    private static final Limits LIMITS =
            new Limits(4, 10, Duration.ofSeconds(30), Duration.ofMinutes(1), Long.MAX_VALUE, 1);

    private final SetClock clock = new SetClock();
    private final DefaultContainment containment = new DefaultContainment(LIMITS, clock, null);
    private final Bundle plugin = FakePlugin.deployed("org.example.bad");

    @Test
    void callsOfThePortalsOwnFloorsGoStraightThrough() {
        Thread here = Thread.currentThread();
        Bundle core = FakePlugin.shipped("org.preau.core.shell");
        assertThat(containment.call(core, Door.VIEW, Thread::currentThread)).isSameAs(here);
        assertThat(containment.call(this, Door.VIEW, Thread::currentThread)).isSameAs(here);
        assertThat(containment.states()).isEmpty();
    }

    @Test
    void aShippedPluginIsMeasuredAndNeverStopped() {
        Bundle news = FakePlugin.shipped("org.preau.apps.news");
        for (int i = 0; i < 50; i++) {
            fail(news);
        }
        assertThat(containment.stopped(news)).isFalse();
        assertThat(containment.contains(news)).isFalse();
        PluginState state = containment.states().get(0);
        assertThat(state.calls()).isEqualTo(50);
        assertThat(state.failures()).isEqualTo(50);
        assertThat(state.shipped()).isTrue();
    }

    @Test
    void tenFailuresWithinAMinuteStopAPluginAndNobodyElse() {
        Bundle other = FakePlugin.deployed("org.example.good");
        failTimes(9);
        assertThat(containment.stopped(plugin)).isFalse();
        fail(plugin);
        assertThat(containment.stopped(plugin)).isTrue();
        assertThatThrownBy(() -> works(plugin))
                .isInstanceOfSatisfying(StoppedPluginException.class, e -> assertThat(e.userMessage(Locale.FRENCH))
                        .startsWith("Cette application est arrêtée un moment"));
        assertThat(works(other)).isEqualTo("well");
    }

    @Test
    void failuresFarApartStopNobody() {
        for (int i = 0; i < 30; i++) {
            fail(plugin);
            clock.pass(Duration.ofSeconds(10));
        }
        assertThat(containment.stopped(plugin)).isFalse();
    }

    @Test
    void failuresAmongManyGoodCallsStopNobody() {
        for (int i = 0; i < 30; i++) {
            fail(plugin);
            works(plugin);
            works(plugin);
        }
        assertThat(containment.stopped(plugin)).isFalse();
    }

    @Test
    void whatTellsAUserSomethingIsNoFailure() {
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> containment.call(plugin, Door.ACT, () -> {
                        throw new PortalException(ErrorCode.FORBIDDEN, "not yours", null);
                    }))
                    .isInstanceOf(PortalException.class);
            assertThatThrownBy(() -> containment.call(plugin, Door.ENDPOINT, () -> {
                        throw new IOException("the browser left");
                    }))
                    .isInstanceOf(IOException.class);
        }
        assertThat(containment.stopped(plugin)).isFalse();
    }

    @Test
    void afterItsTimeOneGoodCallLetsItRunAgain() {
        failTimes(10);
        clock.pass(Duration.ofSeconds(61));
        assertThat(works(plugin)).isEqualTo("well");
        assertThat(containment.states().get(0).stop()).isEmpty();
    }

    @Test
    void aTrialThatFailsStopsItForTwiceAsLong() {
        failTimes(10);
        clock.pass(Duration.ofSeconds(61));
        fail(plugin);
        clock.pass(Duration.ofSeconds(61));
        assertThat(containment.stopped(plugin)).isTrue();
        clock.pass(Duration.ofSeconds(60));
        assertThat(works(plugin)).isEqualTo("well");
    }

    @Test
    void anUpdatedPluginBeginsAnew() {
        failTimes(10);
        Guards guards = new Guards(LIMITS, clock, (guard, stop, cause) -> {}, MemoryWatch.forgetful(clock));
        PluginGuard before = guards.of(plugin);
        guards.forget(plugin);
        assertThat(guards.of(plugin)).isNotSameAs(before);
    }

    @Test
    void anErrorOfMemoryStopsItAtOnce() {
        assertThatThrownBy(() -> containment.call(plugin, Door.CARD, () -> {
                    throw new OutOfMemoryError("in the test");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(containment.stopped(plugin)).isTrue();
    }

    @Test
    void aFloodIsRefusedAndThenStopsThePlugin() {
        for (int i = 0; i < 5; i++) {
            containment.count(plugin, "events", 5);
        }
        assertThatThrownBy(() -> containment.count(plugin, "events", 5))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY));
        assertThat(containment.stopped(plugin)).isFalse();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> containment.count(plugin, "events", 5)).isInstanceOf(PortalException.class);
        }
        assertThat(containment.stopped(plugin)).isTrue();
        assertThat(containment.states().get(0).stop().orElseThrow().why()).contains("events");
    }

    @Test
    void aFloodOfAnotherMinuteDoesNotCount() {
        for (int i = 0; i < 50; i++) {
            containment.count(plugin, "events", 5);
            clock.pass(Duration.ofSeconds(15));
        }
        assertThat(containment.stopped(plugin)).isFalse();
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            fail(plugin);
        }
    }

    private void fail(Bundle bundle) {
        assertThatThrownBy(() -> containment.call(bundle, Door.VIEW, () -> {
                    throw new IllegalStateException("bad");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private String works(Bundle bundle) {
        return containment.call(bundle, Door.VIEW, () -> "well");
    }
}
