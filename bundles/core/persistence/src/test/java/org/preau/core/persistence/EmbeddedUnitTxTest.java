package org.preau.core.persistence;

/** On the server the portal carries. */
class EmbeddedUnitTxTest extends UnitTxContract {
    @Override
    TestSession session() {
        return TestServer.session();
    }
}
