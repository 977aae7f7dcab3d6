package org.preau.core.authorisation;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.preau.api.base.Ids;
import org.preau.api.base.Requirement;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.contract.PersonalDataContract;

@Requirement({"41B", "71C"})
class AuthorisationDataContractTest extends PersonalDataContract {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new AuthorisationUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Override
    protected PersonalData data() {
        return new AuthorisationData(tx);
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        UUID account = who.accountIds().get(0);
        tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "insert into authorisation.held (id, account_id, role, structure_id, given_at) values (?, ?, 'ADM', ?, ?)",
                    Ids.next(),
                    account,
                    Ids.next(),
                    NOW);
            return Rows.update(
                    connection,
                    "insert into authorisation.past (id, account_id, role, structure_id, reason, given_at) values (?, ?, 'ADM', ?, 'moved', ?)",
                    Ids.next(),
                    account,
                    Ids.next(),
                    NOW);
        });
    }
}
