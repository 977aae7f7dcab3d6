package org.preau.core.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue.ConnectorStatus;
import org.preau.api.connector.ConnectorDeclaration;
import org.preau.core.connect.ConnectorRegister.Entry;
import org.preau.core.connect.ConnectorRegister.State;
import org.preau.testkit.StandIn;

/** Connectors that bundles declare. */
class DeclaredConnectorsTest extends RegisterWorld {
    @Test
    void servesTheFileAndReportsTheBundleOfTheSameId() {
        world.deploy(category1);
        world.write("org.preau.connector~free.cfg", LINK);
        world.declarations.addDeclaration(() -> link("free", "*"), reference("org.school.free"));

        assertThat(world.register.entries())
                .extracting(Entry::origin, Entry::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("org.preau.connector~free.cfg", State.ACTIVE),
                        org.assertj.core.groups.Tuple.tuple("org.school.free", State.SHADOWED));
        world.delete("org.preau.connector~free.cfg");
        assertThat(world.catalogue.all()).extracting(ConnectorStatus::version).containsExactly("2.1.0");
    }

    @Test
    void reportsABundleWhoseDeclarationFailsOrBreaksTheRules() {
        ServiceReference<ConnectorDeclaration> failing = reference("org.school.failing");
        world.declarations.addDeclaration(
                () -> {
                    throw new IllegalArgumentException("no such thing");
                },
                failing);
        world.declarations.addDeclaration(() -> withProtocol(link("wide", "*"), "cas"), reference("org.school.wide"));

        assertThat(world.catalogue.all()).isEmpty();
        assertThat(world.register.entries()).extracting(Entry::state).containsOnly(State.INVALID);
        assertThat(world.register.entries().get(0).problems().get(0)).contains("no such thing");

        world.declarations.removeDeclaration(failing);
        assertThat(world.register.entries()).extracting(Entry::id).containsExactly("wide");
    }

    private static Connector link(String id, String structures) {
        return new Connector(
                id,
                new LocalizedText("Libre", "Free"),
                1,
                "link",
                URI.create("https://free.example/"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.TEACHER),
                Set.of(structures));
    }

    private static Connector withProtocol(Connector of, String protocol) {
        return new Connector(
                of.id(),
                of.name(),
                of.category(),
                protocol,
                of.launchUrl(),
                of.services(),
                of.logoutUrl(),
                of.profiles(),
                of.structures());
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<ConnectorDeclaration> reference(String symbolicName) {
        Bundle bundle = StandIn.of(Bundle.class, (method, arguments) -> switch (method) {
            case "getSymbolicName" -> symbolicName;
            case "getVersion" -> new Version(2, 1, 0);
            default -> throw new UnsupportedOperationException(method);
        });
        return StandIn.of(ServiceReference.class, (method, arguments) -> switch (method) {
            case "getBundle" -> bundle;
            default -> throw new UnsupportedOperationException(method);
        });
    }
}
