package org.preau.core.sms;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.FakeAudit;
import org.preau.testkit.FakeKeys;
import org.preau.testkit.SettableClock;
import org.preau.testkit.contract.PersonalDataContract;

class TelephoneDataTest extends PersonalDataContract {
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Tx TX = DATABASE.tx(new SmsUnit());
    private static final FakeKeys KEYS = new FakeKeys();

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Override
    protected PersonalData data() {
        return new TelephoneData(TX, new SealedTelephones(TX, KEYS, new FakeAudit(), new SettableClock()));
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        TX.writeSql(connection -> Rows.update(
                connection,
                "insert into sms.telephone (account_id, number, confirmed, day, asked) values (?, ?, true, current_date, 1)",
                who.accountIds().get(0),
                KEYS.seal("sms.telephone", "+33612345678".getBytes(StandardCharsets.UTF_8))));
    }
}
