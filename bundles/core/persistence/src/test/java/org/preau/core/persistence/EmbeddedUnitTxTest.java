package org.preau.core.persistence;

/** On the server the portal carries. */
class EmbeddedUnitTxTest extends UnitTxContract {
    @Override
    TestServer.Session session() {
        return TestServer.session();
    }
}
