package org.preau.core.connect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preau.api.connector.CategoryPolicy;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.connector.UserFacts;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectorRegister.Entry;
import org.preau.core.connect.ConnectorRegister.State;

/** Two connectors of one service: neither gets the other's users. */
class NamesakesTest {
    private final ConnectWorld world = new ConnectWorld();

    @BeforeEach
    void deploy() {
        world.deploy(new Nothing());
        world.deploy(new Named("oidc"));
    }

    @Test
    void refusesBothWithACureUntilOneIsChanged() {
        write("first", "shared");
        write("second", "shared");
        write("third", "own");

        assertThat(world.catalogue.all())
                .extracting(status -> status.connector().id())
                .containsExactly("third");
        assertThat(world.register.entries().get(1)).satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(State.INVALID);
            assertThat(entry.problems())
                    .containsExactly(
                            "org.preau.connector~second.cfg: its service calls itself shared, and so does that of"
                                    + " org.preau.connector~first.cfg; take one of the connectors away, or give its service a name of its own");
        });

        write("second", "another");
        assertThat(world.register.entries()).extracting(Entry::state).containsOnly(State.ACTIVE);
    }

    @Test
    void comparesWithinAProtocolOnly() {
        world.deploy(new Named("saml"));
        write("first", "shared");
        world.write(
                "org.preau.connector~second.cfg",
                ConnectWorld.file("protocol", "saml", "category", "2", "client.id", "shared"));

        assertThat(world.register.entries()).extracting(Entry::state).containsOnly(State.ACTIVE);
    }

    @Test
    void doesNotCountAConnectorThatIsRefusedForAnotherReason() {
        write("first", "shared");
        world.write("org.preau.connector~second.cfg", Map.of("client.id", "shared"));

        assertThat(world.catalogue.all())
                .extracting(status -> status.connector().id())
                .containsExactly("first");
    }

    private void write(String id, String name) {
        world.write(
                "org.preau.connector~" + id + ".cfg",
                ConnectWorld.file("protocol", "oidc", "category", "2", "client.id", name));
    }

    private record Named(String name) implements SsoProtocol {
        @Override
        public void launch(
                HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<String> settings() {
            return Set.of("client.id");
        }

        @Override
        public Optional<String> serviceName(Connector connector) {
            return connector.setting("client.id");
        }
    }

    private record Nothing() implements CategoryPolicy {
        @Override
        public int category() {
            return 2;
        }

        @Override
        public Release release(Connector connector, UserFacts user) {
            return Release.NOTHING;
        }
    }
}
