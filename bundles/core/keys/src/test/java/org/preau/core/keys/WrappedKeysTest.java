package org.preau.core.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.persistence.Tx;
import org.preau.core.persistence.testing.TestDatabase;

class WrappedKeysTest {
    private static final byte[] DATA = "qui est là".getBytes(UTF_8);
    private static TestDatabase database;

    private static Tx tx;

    @TempDir
    Path etc;

    private Path file;

    @BeforeAll
    static void openUnit() {
        database = TestDatabase.create();
        tx = database.tx(new KeysUnit());
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void empty() {
        tx.writeSql(connection -> connection.createStatement().execute("truncate keys.key_version"));
        file = etc.resolve("preau.key");
    }

    @Test
    void makesTheMasterKeyAtTheVeryFirstStartForItsOwnerOnly() throws Exception {
        WrappedKeys keys = opened(null);
        assertThat(keys.health().up()).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
    }

    @Test
    void findsTheSameKeysAfterARestart() {
        byte[] mac = opened(null).hmac("csrf", DATA);
        byte[] sealed = opened(null).seal("totp", DATA);
        WrappedKeys again = opened(null);
        assertThat(again.hmac("csrf", DATA)).isEqualTo(mac);
        assertThat(again.open("totp", sealed)).isEqualTo(DATA);
    }

    @Test
    void refusesToMakeANewMasterKeyWhileKeysExist() throws Exception {
        opened(null).hmac("csrf", DATA);
        String kept = Files.readString(file);
        Files.delete(file);
        WrappedKeys keys = new WrappedKeys(vault(null));
        assertThat(keys.tryMaster()).isFalse();
        assertThat(keys.health().up()).isFalse();
        assertThat(keys.health().detail()).contains("missing");
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> keys.hmac("csrf", DATA))
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        Files.writeString(file, kept);
        assertThat(keys.tryMaster()).isTrue();
        assertThat(keys.health().up()).isTrue();
    }

    @Test
    void refusesAnotherMasterKey() {
        opened(null).hmac("csrf", DATA);
        WrappedKeys keys = new WrappedKeys(vault(Base64.getEncoder().encodeToString(new byte[32])));
        assertThat(keys.tryMaster()).isFalse();
        assertThat(keys.health().detail()).contains("not the one");
    }

    @Test
    void takesTheMasterKeyFromTheEnvironment() {
        String key = Base64.getEncoder().encodeToString(SealedBytes.random(32));
        byte[] mac = opened(key).hmac("csrf", DATA);
        assertThat(file).doesNotExist();
        assertThat(opened(key).hmac("csrf", DATA)).isEqualTo(mac);
    }

    @Test
    void signsWithTheNewestVersionAndRecognisesOlderOnes() {
        WrappedKeys keys = opened(null);
        WrappedKeys otherNode = opened(null);
        byte[] old = keys.hmac("csrf", DATA);
        otherNode.hmac("csrf", DATA);
        byte[] sealedBefore = keys.seal("csrf", DATA);
        keys.rotate("csrf");
        byte[] fresh = keys.hmac("csrf", DATA);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(keys.verify("csrf", DATA, old)).isTrue();
        assertThat(keys.verify("csrf", DATA, fresh)).isTrue();
        assertThat(keys.verify("csrf", "autre".getBytes(UTF_8), fresh)).isFalse();
        assertThat(keys.verify("other", DATA, fresh)).isFalse();
        assertThat(keys.open("csrf", sealedBefore)).isEqualTo(DATA);
    }

    @Test
    void aKeyUsedInATransactionThatRollsBackStays() {
        WrappedKeys keys = opened(null);
        byte[][] mac = new byte[1][];
        assertThatThrownBy(() -> tx.writeSql(connection -> {
                    mac[0] = keys.hmac("inside", DATA);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(opened(null).hmac("inside", DATA)).isEqualTo(mac[0]);
    }

    @Test
    void openRefusesWhatWasChangedOrSealedUnderAnotherName() {
        WrappedKeys keys = opened(null);
        byte[] sealed = keys.seal("totp", DATA);
        assertThatThrownBy(() -> keys.open("other", sealed)).isInstanceOf(PortalException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.open("totp", sealed)).isInstanceOf(PortalException.class);
        assertThatThrownBy(() -> keys.open("totp", new byte[3])).isInstanceOf(PortalException.class);
    }

    @Test
    void keepsNoRawKeyInTheDatabase() {
        opened(null).hmac("csrf", DATA);
        int shortest = tx.<Integer>readSql(connection -> {
            try (var rows =
                    connection.createStatement().executeQuery("select min(length(wrapped)) from keys.key_version")) {
                rows.next();
                return rows.getInt(1);
            }
        });
        assertThat(shortest).isEqualTo(12 + 32 + 16);
    }

    private WrappedKeys opened(@Nullable String environment) {
        WrappedKeys keys = new WrappedKeys(vault(environment));
        assertThat(keys.tryMaster()).isTrue();
        return keys;
    }

    private KeyVault vault(@Nullable String environment) {
        return new KeyVault(database.database(), new MasterKey(file, environment), Clock.systemUTC());
    }
}
