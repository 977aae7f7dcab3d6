package org.preau.signin.local.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preau.api.base.Requirement;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.personaldata.DataSubject;
import org.preau.api.personaldata.PersonalArchive;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.signin.local.LocalUnit;

@Requirement("71C-F")
class LocalDataTest {
    private static final Instant THEN = Instant.parse("2026-09-01T08:00:00Z");
    private static final List<String> TABLES = List.of("credential", "totp", "passkey", "recovery_code", "step");
    private static TestDatabase database;
    private static Tx tx;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.create();
        tx = database.tx(new LocalUnit());
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static DataSubject somebodyWithEverything() {
        UUID account = UUID.randomUUID();
        byte[] secret = account.toString().getBytes(StandardCharsets.UTF_8);
        tx.writeSql(connection -> {
            Rows.update(
                    connection,
                    "insert into signin_local.credential (account_id, hash, changed) values (?, 'secret-hash', ?)",
                    account,
                    THEN);
            Rows.update(
                    connection,
                    "insert into signin_local.totp (account_id, sealed, last_used, added) values (?, ?, 0, ?)",
                    account,
                    secret,
                    THEN);
            Rows.update(
                    connection,
                    "insert into signin_local.passkey (credential_id, account_id, name, credential, sign_count, backup_able, backed_up, added)"
                            + " values (?, ?, 'Ma clé', ?, 0, false, false, ?)",
                    secret,
                    account,
                    secret,
                    THEN);
            Rows.update(
                    connection,
                    "insert into signin_local.recovery_code (account_id, hash) values (?, ?)",
                    account,
                    secret);
            return Rows.update(
                    connection,
                    "insert into signin_local.step (token_hash, account_id, purpose, return_to, challenge, sealed, mail_id, expires)"
                            + " values (?, ?, 'PROVE', '/', ?, ?, ?, ?)",
                    secret,
                    account,
                    secret,
                    secret,
                    UUID.randomUUID(),
                    THEN);
        });
        return new DataSubject(UUID.randomUUID(), List.of(account));
    }

    private static Map<String, Long> rowsOf(DataSubject who) {
        return TABLES.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> tx.readSql(connection -> Rows.count(
                                connection,
                                "select count(*) from signin_local." + table + " where account_id = any (?::uuid[])",
                                who.accountIds()))));
    }

    @Test
    void passwordAndSecondFactorsGoWithThePersonAndOthersStay() {
        DataSubject gone = somebodyWithEverything();
        DataSubject other = somebodyWithEverything();

        assertThat(new LocalData(tx).erase(gone)).isEqualTo(TABLES.size());

        assertThat(rowsOf(gone).values()).containsOnly(0L);
        assertThat(rowsOf(other).values()).containsOnly(1L);
        assertThat(new LocalData(tx).erase(gone)).isZero();
    }

    @Test
    void tellsTheFactorsAndNoSecret() throws IOException {
        DataSubject who = somebodyWithEverything();
        Files files = new Files();

        new LocalData(tx).export(who, files);

        assertThat(files.text()).containsOnlyKeys("password.json", "apps.json", "passkeys.json", "recovery-codes.json");
        assertThat(files.text().get("passkeys.json")).contains("Ma clé", "2026-09-01");
        assertThat(files.text().get("recovery-codes.json")).contains("\"unused\": 1");
        assertThat(files.text().values()).noneMatch(text -> text.contains("secret-hash") || text.contains("sealed"));
    }

    private static final class Files implements PersonalArchive {
        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        @Override
        public OutputStream file(String name) {
            return written.computeIfAbsent(name, unused -> new ByteArrayOutputStream());
        }

        Map<String, String> text() {
            return written.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                    .toString(StandardCharsets.UTF_8)));
        }
    }
}
