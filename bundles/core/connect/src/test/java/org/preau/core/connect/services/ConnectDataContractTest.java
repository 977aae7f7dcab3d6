package org.preau.core.connect.services;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.preau.api.base.Requirement;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;
import org.preau.core.connect.ConnectUnit;
import org.preau.core.connect.member.SqlMembers;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.FakeEvents;
import org.preau.testkit.contract.PersonalDataContract;

@Requirement({"41B", "71C"})
class ConnectDataContractTest extends PersonalDataContract {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new ConnectUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Override
    protected PersonalData data() {
        return new ConnectData(tx, new SqlMembers(tx, Clock.systemUTC()), new FakeEvents());
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        UUID account = who.accountIds().get(0);
        tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "insert into connect.consent (connector, person_id, terms, state, attributes, decided_at) values ('quiz', ?, 't', 'GIVEN', '{ENTPersonNom}', ?)",
                    who.personId(),
                    NOW);
            return Rows.update(
                    connection,
                    "insert into connect.pairwise (connector, account_id, identifier, first_used, last_used) values ('quiz', ?, ?, ?, ?)",
                    account,
                    "id-" + account,
                    NOW,
                    NOW);
        });
    }
}
