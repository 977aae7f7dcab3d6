package org.preau.core.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.preau.api.audit.Audit;
import org.preau.api.audit.AuditHead;
import org.preau.api.audit.AuditSeals;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.persistence.DatabaseHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a backup: writes it, reads it back, gives it its name, has it copied off-site, forgets old ones. One at a time; a failed one leaves nothing. */
final class BackupMaker {
    private static final Logger log = LoggerFactory.getLogger(BackupMaker.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'preau-'yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final double MARGIN = 1.5;

    private final DatabaseHost host;
    private final AuditSeals seals;
    private final Audit audit;
    private final Clock clock;
    private final InstanceFiles files;
    private final ReentrantLock one = new ReentrantLock();

    BackupMaker(DatabaseHost host, AuditSeals seals, Audit audit, Clock clock, InstanceFiles files) {
        this.host = host;
        this.seals = seals;
        this.audit = audit;
        this.clock = clock;
        this.files = files;
    }

    /** Makes one now, on this thread. {@code IOException} when it fails; a failed off-site copy is told in the result. */
    Backup make(BackupSettings settings) throws IOException, InterruptedException {
        if (!one.tryLock()) {
            throw new PortalException(ErrorCode.CONFLICT, "a backup is being made already", null);
        }
        try {
            settings.createFolder();
            BackupStore store = new BackupStore(settings.folder());
            store.tidy();
            DatabaseCopy database = host.folder()
                    .<DatabaseCopy>map(folder -> new ClusterCopy(host, folder))
                    .orElseGet(() -> new DumpCopy(host, settings.folder(), settings.programs()));
            checkSpace(store, settings, database);
            Backup made = written(store, settings, database);
            audit.record(
                    Subject.SYSTEM,
                    "backup.make",
                    "backup:" + made.id(),
                    Map.of("sha256", made.sha256(), "bytes", Long.toString(made.bytes())));
            log.info(
                    "Backup {} is made and verified: {} MB in {} s; audit trail {}",
                    made.id(),
                    made.bytes() >> 20,
                    made.seconds(),
                    made.auditHeads());
            Backup copied = copyOffsite(store, settings, made);
            store.forget(clock.instant().minus(Duration.ofDays(settings.keepDays())));
            return copied;
        } finally {
            one.unlock();
        }
    }

    /** Copies it off-site, or again; the outcome is kept in its description. */
    Backup copyOffsite(BackupStore store, BackupSettings settings, Backup backup)
            throws IOException, InterruptedException {
        if (settings.offsite().isEmpty()) {
            return backup;
        }
        List<String> command = settings.offsite().stream()
                .map(word -> word.replace("{file}", backup.file()))
                .toList();
        String outcome = Backup.DONE;
        try {
            Programs.run(command, Map.of(), "offsite.command names a program that is not on the PATH");
        } catch (IOException e) {
            log.error("Backup {} is not copied off-site: {}", backup.id(), e.getMessage());
            outcome = "failed: " + e.getMessage();
        }
        Backup told = backup.offsite(outcome);
        store.describe(told);
        return told;
    }

    private Backup written(BackupStore store, BackupSettings settings, DatabaseCopy database)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String id = NAME.format(now);
        Optional<char[]> passphrase = settings.passphrase();
        Path file = settings.folder().resolve(id + ".tar.gz" + (passphrase.isPresent() ? ".enc" : ""));
        if (Files.exists(file)) {
            throw new PortalException(ErrorCode.CONFLICT, "a backup was made this second", null);
        }
        seals.seal();
        List<String> heads = seals.heads().stream().map(AuditHead::text).toList();
        Path partial = store.partial(id);
        try {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("format", "preau-backup-1");
            about.put("made", now.toString());
            about.put("auditHeads", heads);
            about.put("masterKey", settings.masterKey());
            ArchiveWriter.Written written;
            try (ArchiveWriter archive = new ArchiveWriter(partial, passphrase)) {
                about.putAll(database.add(archive));
                files.add(archive, settings.masterKey(), settings.folder());
                archive.content(
                        "BACKUP.json",
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(about));
                written = archive.finish();
            }
            if (ArchiveCheck.verify(partial, passphrase) != written.files()) {
                throw new IOException("the backup does not hold what was written");
            }
            Backup backup = new Backup(
                    id,
                    file.toString(),
                    now.toString(),
                    Files.size(partial),
                    written.bytes(),
                    written.files(),
                    written.sha256(),
                    passphrase.isPresent(),
                    settings.masterKey(),
                    String.valueOf(about.get("database")),
                    Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0,
                    true,
                    Backup.NONE,
                    heads);
            store.keep(partial, backup);
            return backup;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** As large as the last one and half as much again, or, for the first one, as all the files: a backup that cannot fit is not begun. */
    private void checkSpace(BackupStore store, BackupSettings settings, DatabaseCopy database) throws IOException {
        long all = database.size() + files.size();
        long wanted = store.all().stream()
                .findFirst()
                .map(last -> Math.min(all, (long) (last.bytes() * MARGIN)))
                .orElse(all);
        long free = Files.getFileStore(settings.folder()).getUsableSpace();
        if (free < wanted) {
            throw new IOException("no space for a backup in " + settings.folder() + ": " + (wanted >> 20)
                    + " MB wanted, " + (free >> 20) + " MB free");
        }
    }
}
