package org.preau.core.session;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.preau.api.base.Ids;
import org.preau.api.base.Requirement;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.contract.PersonalDataContract;

@Requirement({"41B", "71C"})
class SessionDataContractTest extends PersonalDataContract {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Tx TX = DATABASE.tx(new SessionUnit());

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected PersonalData data() {
        return new SessionData(TX);
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        UUID account = who.accountIds().get(0);
        TX.writeSql(connection -> {
            Rows.update(
                    connection,
                    "insert into session.device (id, account_id, token_hash, name, counter, since, last_used) values (?, ?, sha256('hash'), 'Firefox', 'local', ?, ?)",
                    Ids.next(),
                    account,
                    NOW,
                    NOW);
            return Rows.update(
                    connection,
                    "insert into session.charter_acceptance (account_id, version, accepted) values (?, '1', ?)",
                    account,
                    NOW);
        });
    }
}
