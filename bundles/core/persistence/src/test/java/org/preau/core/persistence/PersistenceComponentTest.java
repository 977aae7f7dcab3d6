package org.preau.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.PersistenceUnit;
import org.preau.api.persistence.Tx;
import org.preau.api.supervision.HealthCheck;
import org.preau.core.persistence.testing.Soon;

/** From a bundle that registers a unit to its transactions, and back. */
class PersistenceComponentTest {
    private final URL script = PersistenceComponentTest.class.getResource("/db/migration/V1__notes.sql");
    private Path data;
    private FakeFramework framework;
    private PersistenceComponent component;

    @BeforeEach
    void activate() throws IOException {
        data = Files.createTempDirectory("preau-component").resolve("data");
        framework = new FakeFramework(Map.of("karaf.data", data.toString()));
        component = new PersistenceComponent(framework.context(), new FakeConfig());
    }

    @AfterEach
    void deactivate() throws IOException {
        component.stop();
        assertThat(framework.services).isEmpty();
        FileTree.delete(data.getParent());
    }

    @Test
    void opensUnitsAsTheyComeAndClosesThemAsTheyGo() throws Exception {
        ServiceReference<PersistenceUnit> sample = bound("sample", "org.preau.apps.sample", List.of(script));
        assertThat(health("units").health().up()).isFalse();
        Soon.holds("the unit is served", () -> framework.services.containsKey("Tx sample"));
        Soon.holds("all units are well", () -> health("units").health().up());
        assertThat(framework.services).containsKey("Database");
        Tx tx = (Tx) framework.services.get("Tx sample");
        assertThat(tx.<Long>read(entities -> entities.createQuery("select count(n) from Note n", Long.class)
                        .getSingleResult()))
                .isZero();

        component.unbindUnit(sample);
        assertThat(framework.services).doesNotContainKey("Tx sample");
        assertThatThrownBy(() -> tx.readSql(connection -> 1))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    @Test
    void aBrokenUnitOfAnApplicationLeavesThePortalUp() throws Exception {
        bound("broken", "org.preau.apps.broken", List.of());
        Soon.holds(
                "the broken unit is reported",
                () -> health("units").health().detail().contains("broken failed"));
        assertThat(health("database").health().up()).isTrue();
        assertThat(health("units").vital()).isFalse();

        bound("vital", "org.preau.core.vital", List.of());
        Soon.holds(
                "the vital unit is reported",
                () -> health("units").health().detail().contains("vital failed"));
        assertThat(health("units").vital()).isTrue();
    }

    @Test
    void ofTwoUnitsWithOneNameTheSecondWaitsUntilTheFirstGoes() throws Exception {
        ServiceReference<PersistenceUnit> first = bound("sample", "org.preau.apps.sample", List.of(script));
        Soon.holds("the unit is served", () -> framework.services.containsKey("Tx sample"));
        Object tx = framework.services.get("Tx sample");
        bound("sample", "org.preau.apps.sample", List.of(script));
        Soon.holds(
                "the second unit of the name is reported",
                () -> health("units").health().detail().contains("another bundle"));
        component.unbindUnit(first);
        Soon.holds("the unit is served", () -> framework.services.containsKey("Tx sample"));
        assertThat(framework.services.get("Tx sample")).isNotSameAs(tx);
    }

    private ServiceReference<PersistenceUnit> bound(String name, String bundle, List<URL> scripts) {
        ServiceReference<PersistenceUnit> reference = framework.unit(new SampleUnit(name), bundle, scripts);
        component.bindUnit(reference);
        return reference;
    }

    private HealthCheck health(String name) {
        return (HealthCheck) framework.services.get(name.equals("units") ? "HealthCheck units" : "HealthCheck");
    }

    private record SampleUnit(String name) implements PersistenceUnit {
        @Override
        public List<Class<?>> entities() {
            return List.of(Note.class);
        }
    }
}
