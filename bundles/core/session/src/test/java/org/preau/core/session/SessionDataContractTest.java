package org.preau.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalData;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.contract.PersonalDataContract;

/** What sessions and devices tell their owner. */
class SessionDataContractTest extends PersonalDataContract {
    private static final Instant THEN = Instant.parse("2026-09-01T08:00:00Z");
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        tx = database.tx(new SessionUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Override
    protected PersonalData data() {
        return new SessionData(tx);
    }

    @Override
    protected void keepSomethingAbout(DataSubject who) {
        UUID account = who.accountIds().get(0);
        byte[] secret = account.toString().getBytes(StandardCharsets.UTF_8);
        tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "insert into session.device (id, account_id, token_hash, name, counter, since, last_used, noticed) values (?, ?, ?, 'Firefox, Linux', 'local', ?, ?, ?)",
                    UUID.randomUUID(),
                    account,
                    secret,
                    THEN,
                    THEN,
                    THEN);
            return Rows.update(
                    connection,
                    "insert into session.charter_acceptance (account_id, version, accepted) values (?, '1', ?)",
                    account,
                    THEN);
        });
    }

    @Test
    @Requirement("41B")
    void tellsTheDevicesTheirNoticesAndNoToken() throws IOException {
        DataSubject who = new DataSubject(UUID.randomUUID(), List.of(UUID.randomUUID()));
        keepSomethingAbout(who);
        Map<String, ByteArrayOutputStream> files = new HashMap<>();

        data().export(who, name -> files.computeIfAbsent(name, unused -> new ByteArrayOutputStream()));

        assertThat(files.get("devices.json").toString(StandardCharsets.UTF_8))
                .contains("Firefox, Linux", "announcedAsNew", "2026-09-01")
                .doesNotContain("token", "hash");
    }
}
