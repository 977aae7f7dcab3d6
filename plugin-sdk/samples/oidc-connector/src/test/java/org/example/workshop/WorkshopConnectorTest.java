package org.example.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.preau.api.connector.ConnectorDeclaration;
import org.preau.testkit.contract.ConnectorContract;

/** The contract of connectors, and what this one promises to people. */
class WorkshopConnectorTest extends ConnectorContract {
    @Override
    protected ConnectorDeclaration declaration() {
        return new WorkshopConnector();
    }

    @Test
    void asksForNothingButTheNameAndSaysWhatFor() {
        assertThat(declaration().connector().setting("attributes")).hasValue("ENTPersonNom, ENTPersonPrenom");
        assertThat(declaration().connector().setting("purpose.fr")).hasValue("Signer vos textes de votre nom");
    }

    @Test
    void carriesNoSecret() {
        assertThat(declaration().connector().settings()).doesNotContainKey("client.secret");
    }
}
