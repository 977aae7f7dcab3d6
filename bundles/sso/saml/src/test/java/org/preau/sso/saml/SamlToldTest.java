package org.preau.sso.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorsChanged;
import org.preau.api.connector.Release;
import org.preau.core.saml.testing.StandInService;

/** What the integrator of a service is told, and the name by which services are told apart. */
class SamlToldTest {
    private final SamlWorld world = new SamlWorld();
    private final SamlProtocol protocol = new SamlProtocol(world.logout);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void copiesAddressesAndCertificate() {
        assertThat(protocol.endpoints(quiz()))
                .containsEntry("entityID", "https://portal.example/sso/saml/metadata")
                .containsEntry("SingleSignOnService (HTTP-Redirect, HTTP-POST)", "https://portal.example/sso/saml/sso");
        assertThat(protocol.endpoints(quiz()).get("X509Certificate"))
                .startsWith("-----BEGIN CERTIFICATE-----\n")
                .endsWith("\n-----END CERTIFICATE-----");
        assertThat(new SamlProtocol().endpoints(quiz())).isEmpty();
    }

    @Test
    void knowsAServiceByTheNameInItsMetadataEvenWhenItsConnectorDoesNotServe() {
        world.services.of(quiz());
        assertThat(protocol.serviceName(quiz())).contains(StandInService.NAME);

        Connector quiz = quiz();
        world.portal.delete("org.preau.connector~quiz.cfg");
        assertThat(protocol.serviceName(quiz)).contains(StandInService.NAME);
        world.services.on(new ConnectorsChanged("connector:quiz"));
        assertThat(new SamlProtocol().serviceName(quiz)).isEmpty();
    }

    @Test
    void rehearsesTheSubjectAndTheAttributes() {
        assertThat(protocol.rehearse(
                        quiz(), new Release(Optional.of("opaque"), Map.of("ENTPersonNom", List.of("Exemple")))))
                .isEqualTo(Map.of("NameID", "opaque", "ENTPersonNom", "Exemple"));
        assertThat(protocol.rehearse(quiz(), Release.NOTHING)).isEqualTo(Map.of("NameID", "(transient)"));
    }

    private Connector quiz() {
        return world.portal.catalogue.byId("quiz").orElseThrow();
    }
}
