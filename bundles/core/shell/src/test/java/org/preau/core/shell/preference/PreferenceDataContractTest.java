package org.preau.core.shell.preference;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.preau.api.base.Requirement;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.contract.PersonalDataContract;

@Requirement({"41B", "71C"})
class PreferenceDataContractTest extends PersonalDataContract {
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new ShellUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Override
    protected PersonalData data() {
        return new PreferenceData(tx);
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        UUID account = who.accountIds().get(0);
        tx.writeSql(connection -> {
            return Rows.update(
                    connection,
                    "insert into shell.preference (account_id, font, size, contrast) values (?, 'plain', 120, 'more')",
                    account);
        });
    }
}
