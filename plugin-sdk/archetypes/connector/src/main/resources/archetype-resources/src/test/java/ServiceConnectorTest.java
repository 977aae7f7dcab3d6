package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorDeclaration;
import org.preau.testkit.FakeSettings;
import org.preau.testkit.contract.ConnectorContract;

/** The contract of connectors, and what this one promises. */
class ServiceConnectorTest extends ConnectorContract {
    @Override
    protected ConnectorDeclaration declaration() {
        return new ServiceConnector(FakeSettings.of(Settings.class, Map.of()));
    }

    @Test
    void takesTheAddressesThatTheOperatorWrote() {
        Connector connector = new ServiceConnector(FakeSettings.of(
                        Settings.class,
                        Map.of(
                                "launch_url", "https://quiz.example/start",
                                "service_urls", "https://quiz.example/app/*")))
                .connector();
        assertThat(connector.launchUrl()).hasToString("https://quiz.example/start");
        assertThat(connector.accepts("https://quiz.example/app/42")).isTrue();
        assertThat(connector.accepts("https://service.example/")).isFalse();
    }
}
