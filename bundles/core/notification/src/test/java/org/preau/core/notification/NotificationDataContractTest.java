package org.preau.core.notification;

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
class NotificationDataContractTest extends PersonalDataContract {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new NotificationUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Override
    protected PersonalData data() {
        return new NotificationData(tx);
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        UUID account = who.accountIds().get(0);
        tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "insert into notification.choice (account_id, category, in_portal, by_mail) values (?, 'news', true, false)",
                    account);
            return Rows.update(
                    connection,
                    "insert into notification.told (id, category, title_fr, title_en, path, scopes, scope_ids, profiles, accounts, at) values (?, 'news', 'Sortie', 'Outing', '/app/news', '[]', '{}', '{}', array[?::uuid], ?)",
                    Ids.next(),
                    account,
                    NOW);
        });
    }
}
