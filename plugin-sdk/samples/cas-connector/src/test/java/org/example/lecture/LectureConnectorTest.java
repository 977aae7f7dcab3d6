package org.example.lecture;

import org.preau.api.connector.ConnectorDeclaration;
import org.preau.testkit.contract.ConnectorContract;

/** The contract says all there is to say of it. */
class LectureConnectorTest extends ConnectorContract {
    @Override
    protected ConnectorDeclaration declaration() {
        return new LectureConnector();
    }
}
