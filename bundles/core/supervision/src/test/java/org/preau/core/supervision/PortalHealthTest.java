package org.preau.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.preau.api.supervision.HealthCheck;
import org.preau.api.supervision.HealthCheck.Health;

class PortalHealthTest {
    private final AtomicBoolean booted = new AtomicBoolean(true);
    private final AtomicReference<List<String>> idle = new AtomicReference<>(List.of());
    private final List<HealthCheck> checks = new ArrayList<>();
    private final PortalHealth health = new PortalHealth(new BootState(booted::get, idle::get), checks);

    @Test
    void isDownUntilEverythingStartedOnce() {
        booted.set(false);
        assertThat(health.state().status()).isEqualTo("DOWN");
        booted.set(true);
        idle.set(List.of("org.preau.apps.news"));
        assertThat(health.state().up()).isFalse();
        idle.set(List.of());
        assertThat(health.state().status()).isEqualTo("UP");
    }

    @Test
    void staysUpWhenABundleStopsLater() {
        assertThat(health.state().up()).isTrue();
        idle.set(List.of("org.preau.apps.news"));

        PortalHealth.State state = health.state();
        assertThat(state.up()).isTrue();
        assertThat(state.parts()).anyMatch(part -> !part.up() && part.detail().contains("org.preau.apps.news"));
    }

    @Test
    void isDownWithAVitalPartOnly() {
        checks.add(new Fixed("beside", Health.down("x"), false));
        assertThat(health.state().up()).isTrue();
        checks.add(new Fixed("database", Health.down("refused"), true));
        assertThat(health.state().up()).isFalse();
    }

    @Test
    void isDownWhenAPartCannotTell() {
        checks.add(new HealthCheck() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Health health() {
                throw new IllegalStateException("oops");
            }
        });

        assertThat(health.state().up()).isFalse();
        assertThat(health.state().parts()).anyMatch(part -> part.name().equals("broken"));
    }

    private record Fixed(String name, Health health, boolean vital) implements HealthCheck {}
}
