package org.preau.core.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

class ScrActivationTest {
    @TempDir
    Path home;

    private final FakeComponents components = new FakeComponents();
    private PlainFramework framework;
    private Bundle bundle;
    private ScrActivation activation;
    private String fault = "";

    @BeforeEach
    void start() throws Exception {
        framework = new PlainFramework(home);
        bundle = framework.context().getBundle();
        Migrations migrations = new Migrations(framework.context()) {
            @Override
            String fault(String unit) {
                return unit.equals("notes") ? fault : "";
            }
        };
        activation = new ScrActivation(components, migrations, Duration.ofMillis(200));
    }

    @AfterEach
    void stop() throws Exception {
        framework.close();
    }

    @Test
    void isContentWithWhatIsActiveSatisfiedOrWithoutItsSettings() {
        components.add("org.x.A", ComponentConfigurationDTO.ACTIVE);
        components.add("org.x.B", ComponentConfigurationDTO.SATISFIED);
        components.add("org.x.C", ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION);

        activation.settle(bundle, Set.of(), true);
        assertThat(activation.waits(bundle)).isEmpty();
    }

    @Test
    void refusesAnUpdateThatIsLessReadyThanWhatItReplaces() {
        components.unsatisfied("org.x.A", "org.x.Service", "");

        assertThatThrownBy(() -> activation.settle(bundle, Set.of(), true))
                .isInstanceOf(RefusedJarException.class)
                .hasMessageContaining("did not become ready in time: A waits for the service org.x.Service");
        assertThatCode(() -> activation.settle(bundle, Set.of("org.x.A"), true)).doesNotThrowAnyException();
    }

    @Test
    void isNotContentWhileAComponentIsBeingMadeSinceItMayStillFail() {
        components.making("org.x.A");

        assertThatThrownBy(() -> activation.settle(bundle, Set.of(), true)).hasMessageContaining("A is still starting");
    }

    @Test
    void letsANewOneWaitForOthers() {
        components.unsatisfied("org.x.A", "org.preau.api.persistence.Tx", "(preau.unit=notes)");

        activation.settle(bundle, Set.of(), false);
        assertThat(activation.waits(bundle).get(0).en()).isEqualTo("A waits for its schema notes");
        assertThat(activation.unsettled(bundle)).containsExactly("org.x.A");
    }

    @Test
    void refusesAComponentThatFailedWithItsLastCause() {
        components.failed(
                "org.x.A",
                "java.lang.IllegalStateException: outer\n\tat a.B\nCaused by: java.io.IOException: no disk\n\tat c.D");

        assertThatThrownBy(() -> activation.settle(bundle, Set.of(), false))
                .hasMessageContaining("A cannot start: java.io.IOException: no disk");
    }

    @Test
    void refusesASchemaThatCannotBeBroughtUpToDateAtOnce() {
        components.unsatisfied("org.x.A", "org.preau.api.persistence.Tx", "(preau.unit=notes)");
        fault = "syntax error";

        assertThatThrownBy(() -> activation.settle(bundle, Set.of(), false))
                .hasMessageContaining("its schema notes cannot be brought up to date: syntax error");
    }

    @Test
    void readsTheFaultOfOneUnitAmongOthers() {
        String detail = "news waits; notes failed: syntax error at 7; apps failed: other";
        assertThat(Migrations.fault("notes", detail)).isEqualTo("syntax error at 7");
        assertThat(Migrations.fault("news", detail)).isEmpty();
    }
}
