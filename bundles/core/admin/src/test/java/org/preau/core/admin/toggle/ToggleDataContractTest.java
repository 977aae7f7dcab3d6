package org.preau.core.admin.toggle;

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
class ToggleDataContractTest extends PersonalDataContract {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new ToggleUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Override
    protected PersonalData data() {
        return new ToggleData(tx);
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        UUID account = who.accountIds().get(0);
        tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "insert into toggle.hidden (account_id, item, person_id) values (?, 'app:news', ?)",
                    account,
                    who.personId());
            return Rows.update(
                    connection,
                    "insert into toggle.switched_off (scope_id, item, scope_kind, account_id, at) values (?, 'app:news', 'SCHOOL', ?, ?)",
                    Ids.next(),
                    account,
                    NOW);
        });
    }
}
