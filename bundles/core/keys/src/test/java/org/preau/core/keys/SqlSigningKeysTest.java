package org.preau.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.keys.SigningKeys;
import org.preau.api.keys.SigningKeys.SigningKey;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.core.keys.signing.SqlSigningKeys;
import org.preau.core.persistence.testing.TestDatabase;
import org.preau.testkit.SettableClock;

class SqlSigningKeysTest {
    private static final String NAME = "sso.oidc";
    private static TestDatabase database;
    private static Tx tx;

    @TempDir
    static Path etc;

    private static WrappedKeys keys;
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-23T08:30:00Z"));

    @BeforeAll
    static void openUnit() {
        database = TestDatabase.create();
        tx = database.tx(new KeysUnit());
        keys = new WrappedKeys(
                new KeyVault(database.database(), new MasterKey(etc.resolve("preau.key"), null), Clock.systemUTC()));
        assertThat(keys.tryMaster()).isTrue();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void empty() {
        tx.writeSql(connection -> Rows.update(connection, "delete from keys.signing_key"));
    }

    @Test
    void makesOnePairWhoseCertificateFits() throws Exception {
        SigningKey pair = node().current(NAME);

        assertThat(pair.kid()).matches("[0-9a-f]{16}");
        assertThat(((RSAPublicKey) pair.certificate().getPublicKey())
                        .getModulus()
                        .bitLength())
                .isEqualTo(2048);
        pair.certificate().verify(pair.certificate().getPublicKey());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.privateKey());
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();
        signature.initVerify(pair.certificate());
        signature.update(new byte[] {1, 2, 3});
        assertThat(signature.verify(signed)).isTrue();
        assertThat(pair.toString()).isEqualTo("SigningKey[" + pair.kid() + "]");
    }

    @Test
    void makesEllipticPairsForNamesThatSaySoAndReadsThemOnAnotherNode() throws Exception {
        String name = NAME + SigningKeys.ELLIPTIC;
        String kid = node().current(name).kid();
        SigningKey pair = node().current(name);

        assertThat(pair.kid()).isEqualTo(kid);
        assertThat(((ECPublicKey) pair.certificate().getPublicKey())
                        .getParams()
                        .getCurve()
                        .getField()
                        .getFieldSize())
                .isEqualTo(256);
        pair.certificate().verify(pair.certificate().getPublicKey());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.privateKey());
        signature.update(new byte[] {1});
        byte[] signed = signature.sign();
        signature.initVerify(pair.certificate());
        signature.update(new byte[] {1});
        assertThat(signature.verify(signed)).isTrue();

        SqlSigningKeys node = node();
        node.rotate(name, clock.instant());
        assertThat(node.published(name))
                .hasSize(2)
                .allMatch(each -> each.certificate().getPublicKey() instanceof ECPublicKey);
    }

    @Test
    void givesNodesThatStartTogetherTheSamePair() throws Exception {
        List<Callable<String>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SqlSigningKeys node = node();
            nodes.add(() -> node.current(NAME).kid());
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<String> kids = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(nodes)) {
                kids.add(each.get());
            }
            assertThat(kids).hasSize(4).containsOnly(kids.get(0));
            assertThat(node().published(NAME)).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void publishesANewPairBeforeItSigns() {
        SqlSigningKeys node = node();
        String first = node.current(NAME).kid();

        node.rotate(NAME, clock.instant().plus(Duration.ofHours(24)));

        assertThat(node.current(NAME).kid()).isEqualTo(first);
        assertThat(node.published(NAME))
                .hasSize(2)
                .first()
                .extracting(SigningKey::kid)
                .isEqualTo(first);
        clock.pass(Duration.ofHours(25));
        String second = node.current(NAME).kid();
        assertThat(second).isNotEqualTo(first);
        assertThat(node.published(NAME)).extracting(SigningKey::kid).containsExactly(second, first);
    }

    @Test
    void tellsAnotherNodeWithinAMinute() {
        SqlSigningKeys other = node();
        other.current(NAME);
        node().rotate(NAME, clock.instant());

        clock.pass(Duration.ofSeconds(61));

        assertThat(other.published(NAME)).hasSize(2);
        assertThat(other.current(NAME).kid()).isEqualTo(node().current(NAME).kid());
    }

    @Test
    void forgetsTheOldestBeyondThreeButNeverTheOneThatSigns() {
        SqlSigningKeys node = node();
        String first = node.current(NAME).kid();
        for (int i = 0; i < 4; i++) {
            node.rotate(NAME, clock.instant().plus(Duration.ofDays(1 + i)));
        }
        assertThat(node.published(NAME)).hasSize(4);
        assertThat(node.current(NAME).kid()).isEqualTo(first);

        clock.pass(Duration.ofDays(9));
        node.rotate(NAME, clock.instant());

        assertThat(node.published(NAME)).hasSize(3).noneMatch(pair -> pair.kid().equals(first));
    }

    @Test
    void keepsNamesApartAndNoPrivateKeyInTheOpen() {
        SqlSigningKeys node = node();
        assertThat(node.current("sso.saml").kid())
                .isNotEqualTo(node.current(NAME).kid());
        assertThat(node.names()).containsExactly(NAME, "sso.saml");
        byte[] plain = node.current(NAME).privateKey().getEncoded();
        List<byte[]> rows = tx.readSql(
                connection -> Rows.list(connection, "select sealed from keys.signing_key", row -> row.getBytes(1)));
        assertThat(rows).hasSize(2).noneMatch(row -> new String(row, java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains(new String(plain, 100, 32, java.nio.charset.StandardCharsets.ISO_8859_1)));
    }

    @Test
    void makesLongerKeysFrom2030OnAndEndsShortOnesBefore() {
        assertThat(node().current(NAME).certificate().getNotAfter()).isEqualTo("2030-12-31T00:00:00Z");
        clock.pass(Duration.ofDays(4 * 365));

        node().rotate(NAME, clock.instant());

        SigningKey late = node().current(NAME);
        assertThat(((RSAPublicKey) late.certificate().getPublicKey())
                        .getModulus()
                        .bitLength())
                .isEqualTo(3072);
        assertThat(late.certificate().getNotAfter()).isAfter("2039-01-01T00:00:00Z");
    }

    private SqlSigningKeys node() {
        return new SqlSigningKeys(database.database(), keys, clock, 2048);
    }
}
