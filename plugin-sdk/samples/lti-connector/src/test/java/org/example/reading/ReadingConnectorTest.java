package org.example.reading;

import org.preau.api.connector.ConnectorDeclaration;
import org.preau.testkit.contract.ConnectorContract;

/** The contract says all there is to say of it. */
class ReadingConnectorTest extends ConnectorContract {
    @Override
    protected ConnectorDeclaration declaration() {
        return new ReadingConnector();
    }
}
