package org.preau.sso.oidc;

import java.time.Instant;
import java.util.List;
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
class OidcDataContractTest extends PersonalDataContract {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new OidcUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Override
    protected PersonalData data() {
        return new OidcData(tx);
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        UUID account = who.accountIds().get(0);
        tx.writeSql(connection -> {
            return Rows.update(
                    connection,
                    "insert into sso_oidc.sign_in (id, code_hash, code_expires, connector, redirect_uri, nonce, session_id, account_id, sub, claims, scopes, auth_time, created, last_used, expires) values (?, sha256(?::text::bytea), ?, 'quiz', 'https://quiz.example/', 'secret-nonce', ?, ?, 'sub', '{}', 'openid', ?, ?, ?, ?)",
                    Ids.next(),
                    account.toString(),
                    NOW,
                    Ids.next(),
                    account,
                    NOW,
                    NOW,
                    NOW,
                    NOW);
        });
    }

    @Override
    protected List<String> secrets() {
        return List.of("secret-nonce");
    }
}
