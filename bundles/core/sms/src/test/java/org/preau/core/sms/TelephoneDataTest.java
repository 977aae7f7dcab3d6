package org.preau.core.sms;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.FakeAudit;
import org.preau.testkit.FakeJobs;
import org.preau.testkit.FakeKeys;
import org.preau.testkit.SettableClock;
import org.preau.testkit.contract.PersonalDataContract;

class TelephoneDataTest extends PersonalDataContract {
    private static final FakeKeys KEYS = new FakeKeys();
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new SmsUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Override
    protected PersonalData data() {
        return new TelephoneData(
                tx, new SealedTelephones(tx, KEYS, new FakeAudit(), new FakeJobs(), new SettableClock()));
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        tx.writeSql(connection -> Rows.update(
                connection,
                "insert into sms.telephone (account_id, number, confirmed, day, asked) values (?, ?, true, current_date, 1)",
                who.accountIds().get(0),
                KEYS.seal("sms.telephone", "+33612345678".getBytes(StandardCharsets.UTF_8))));
    }
}
