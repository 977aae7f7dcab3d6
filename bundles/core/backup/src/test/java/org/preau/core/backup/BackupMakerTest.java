package org.preau.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.Requirement;

@Requirement("74A-H")
class BackupMakerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Paris"));

    private static final int GZIP_HEADER = 10;

    @TempDir
    Path base;

    private Home home;
    private BackupStore store;

    @BeforeEach
    void open() throws IOException {
        home = new Home(base, CLOCK);
        store = new BackupStore(home.backups);
    }

    @Test
    void anEncryptedOneHoldsTheMasterKeyAndOpensWithItsPassphraseOnly() throws Exception {
        Backup backup = home.maker.make(home.encrypted());
        assertThat(backup.encrypted()).isTrue();
        assertThat(Files.readString(Path.of(backup.file()), StandardCharsets.ISO_8859_1))
                .startsWith("PREAUBK1");
        Path clear = base.resolve("clear.tar.gz");
        assertThat(decrypt(backup, base.resolve("passphrase"), clear)).isEmpty();
        assertThat(Home.system(base, "tar", "-tzf", clear.toString())).contains("etc/preau.key");
        Path wrong = Files.writeString(base.resolve("wrong"), "un autre mot de passe");
        assertThat(decrypt(backup, wrong, clear)).contains("another passphrase");
        assertThatThrownBy(() -> ArchiveCheck.verify(Path.of(backup.file()), Optional.empty()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aChangedOrCutOneIsFound() throws Exception {
        Backup clear = home.maker.make(home.settings());
        Path file = Path.of(clear.file());
        assertThat(ArchiveCheck.verify(file, Optional.empty())).isEqualTo(clear.files());
        byte[] whole = Files.readAllBytes(file);
        for (int at = GZIP_HEADER; at < whole.length; at += 1 + whole.length / 30) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            // In a run of zeros, of which a database has many, a changed bit may stand for the same bytes: that harms
            // nobody.
            assertThat(catchThrowable(() -> ArchiveCheck.verify(file, Optional.empty())) != null
                            || Arrays.equals(unzipped(changed), unzipped(whole)))
                    .as("one bit changed at byte %d of %d", at, whole.length)
                    .isTrue();
        }
        Files.delete(file);
        Backup encrypted = home.maker.make(home.encrypted());
        Path other = Path.of(encrypted.file());
        try (RandomAccessFile bytes = new RandomAccessFile(other.toFile(), "rw")) {
            bytes.setLength(28 + 4 + (1 << 20) + 16);
        }
        assertThat(decrypt(encrypted, base.resolve("passphrase"), base.resolve("x")))
                .contains("cut off");
    }

    private static byte[] unzipped(byte[] archive) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            return in.readAllBytes();
        }
    }

    @Test
    void aFailedOneLeavesNothingHalf() throws Exception {
        Files.createDirectories(home.backups);
        Files.writeString(home.backups.resolve("preau-20200101T000000Z.partial"), "left by a kill");
        Files.writeString(base.resolve("passphrase"), "short");
        assertThatThrownBy(() -> home.maker.make(home.encrypted()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at least");
        try (Stream<Path> left = Files.list(home.backups)) {
            assertThat(left).isEmpty();
        }
        assertThat(home.trail.actions).isEmpty();
    }

    @Test
    void tellsHowTheOffsiteCopyWent() throws Exception {
        Path away = Files.createDirectory(base.resolve("away"));
        Backup copied = home.maker.make(home.settings("cp", "{file}", away.toString()));
        assertThat(copied.offsite()).isEqualTo("done");
        assertThat(away.resolve(Path.of(copied.file()).getFileName())).exists();
        Files.delete(Path.of(copied.file()));
        Backup failed = home.maker.make(home.settings("cp", "{file}", "/nowhere/at/all"));
        assertThat(failed.offsiteFailed()).isTrue();
        assertThat(store.all()).extracting(Backup::offsite).containsExactly(failed.offsite());
        assertThat(home.maker
                        .make(settingsAt(1, "preau-no-such-program", "{file}"))
                        .offsite())
                .contains("not on the PATH");
    }

    @Test
    void forgetsOldOnesButNeverTheNewest() throws Exception {
        Files.createDirectories(home.backups);
        for (int days : new int[] {40, 20, 10}) {
            Path file = Files.writeString(home.backups.resolve("b" + days), "x");
            store.describe(new Backup(
                    "b" + days,
                    file.toString(),
                    NOW.minus(Duration.ofDays(days)).toString(),
                    1,
                    1,
                    1,
                    "",
                    false,
                    false,
                    "",
                    1,
                    true,
                    "none",
                    List.of()));
        }
        store.forget(NOW.minus(Duration.ofDays(15)));
        assertThat(store.all()).extracting(Backup::id).containsExactly("b10");
        store.forget(NOW);
        assertThat(store.all()).extracting(Backup::id).containsExactly("b10");
    }

    @Test
    void knowsWhenOneIsDue() {
        List<LocalTime> times = List.of(LocalTime.of(2, 30), LocalTime.of(13, 30));
        assertThat(BackupJob.due(times, CLOCK)).contains(Instant.parse("2026-11-22T01:30:00Z"));
        assertThat(BackupJob.due(times, Clock.offset(CLOCK, Duration.ofHours(5))))
                .contains(Instant.parse("2026-11-22T12:30:00Z"));
        assertThat(BackupJob.due(times, Clock.offset(CLOCK, Duration.ofHours(-8))))
                .contains(Instant.parse("2026-11-21T12:30:00Z"));
        assertThat(BackupJob.due(List.of(), CLOCK)).isEmpty();
    }

    private BackupSettings settingsAt(int keepDays, String... offsite) throws IOException {
        for (Backup each : store.all()) {
            Files.delete(Path.of(each.file()));
        }
        return new BackupSettings(
                List.of(), home.backups, keepDays, Optional.empty(), false, List.of(offsite), Optional.empty());
    }

    private static String decrypt(Backup backup, Path passphrase, Path to) throws IOException {
        ByteArrayOutputStream complaint = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(Files.newOutputStream(to), false, StandardCharsets.UTF_8);
                PrintStream err = new PrintStream(complaint, true, StandardCharsets.UTF_8)) {
            int status = Decrypt.run(new String[] {backup.file(), passphrase.toString()}, out, err);
            assertThat(status == 0).isEqualTo(complaint.size() == 0);
        }
        return complaint.toString(StandardCharsets.UTF_8);
    }
}
