package org.preau.core.persistence;

import java.io.IOException;
import java.util.Map;

/** On Debian's PostgreSQL, named by the environment as an operator would. */
class DebianUnitTxTest extends UnitTxContract {
    private DebianPostgresql debian;

    @Override
    TestSession session() throws IOException, InterruptedException {
        debian = DebianPostgresql.start();
        ConnectionSettings admin = debian.administrator();
        Map<String, String> environment = Map.of(
                "PREAU_DB_URL", admin.url(), "PREAU_DB_USER", admin.username(), "PREAU_DB_PASSWORD", admin.password());
        DatabaseServer named =
                ExternalServer.named(new FakeConfig(), environment::get).orElseThrow();
        return TestServer.session(named.ensure());
    }

    @Override
    void stopServer() throws IOException {
        debian.close();
    }
}
