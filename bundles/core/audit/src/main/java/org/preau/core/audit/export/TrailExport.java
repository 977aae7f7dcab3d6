package org.preau.core.audit.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preau.api.audit.AuditHead;
import org.preau.api.audit.AuditQuery;
import org.preau.api.keys.Keys;
import org.preau.api.persistence.Tx;
import org.preau.core.audit.EntryReader;
import org.preau.core.audit.SqlAudit;
import org.preau.core.audit.StoredEntry;

/**
 * Writes entries for a judicial request: {@code F} (JSON lines), {@code F.csv}, {@code F.sha256} over both, {@code F.sig} over that, {@code F.pem} to verify it. All 0600.
 */
final class TrailExport {
    private static final int AT_ONCE = 2_000;

    private final Tx tx;
    private final ExportSigner signer;
    private final Clock clock;

    TrailExport(Tx tx, Keys keys, Clock clock) {
        this.tx = tx;
        this.signer = new ExportSigner(tx, keys);
        this.clock = clock;
    }

    /** The files an export to {@code file} consists of. */
    static List<Path> files(Path file) {
        return List.of(file, beside(file, ".csv"), beside(file, ".sha256"), beside(file, ".sig"), beside(file, ".pem"));
    }

    /** Writes them; gives how many entries there are and the checksum of the JSON lines. None of the files may be there. */
    Done write(AuditQuery query, List<AuditHead> heads, Path file) throws IOException {
        Hashed json = new Hashed(file);
        Hashed csv = new Hashed(beside(file, ".csv"));
        long entries;
        try (json;
                csv) {
            json.line(new JsonLine().write(header(query, heads)));
            csv.line(CsvLine.HEAD);
            entries = tx.readSql(connection -> copy(connection, query, json, csv));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        String sums = json.sum() + "  " + json.name() + "\n" + csv.sum() + "  " + csv.name() + "\n";
        byte[] signed = sums.getBytes(StandardCharsets.UTF_8);
        ExportSigner.Signed signature = signer.sign(signed);
        Files.write(created(beside(file, ".sha256")), signed);
        Files.write(created(beside(file, ".sig")), signature.signature());
        Files.writeString(created(beside(file, ".pem")), signature.publicKey());
        return new Done(entries, json.sum());
    }

    private long copy(Connection connection, AuditQuery query, Hashed json, Hashed csv) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
        }
        EntryReader reader = new EntryReader(connection);
        JsonLine lines = new JsonLine();
        long count = 0;
        long last = 0;
        List<StoredEntry> some = SqlAudit.after(reader, query, clock.instant(), last, AT_ONCE);
        while (!some.isEmpty()) {
            for (StoredEntry entry : some) {
                json.line(lines.of(entry));
                csv.line(CsvLine.of(entry));
                last = entry.seq();
            }
            count += some.size();
            some = SqlAudit.after(reader, query, clock.instant(), last, AT_ONCE);
        }
        return count;
    }

    private Map<String, Object> header(AuditQuery query, List<AuditHead> heads) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("format", "preau-audit-export-1");
        header.put("made", clock.instant().toString());
        header.put("query", words(query));
        header.put("heads", heads.stream().map(AuditHead::text).toList());
        return header;
    }

    /** What was asked for, as names and values. */
    static Map<String, String> words(AuditQuery query) {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "account", query.accountId());
        put(words, "action", query.action());
        put(words, "target", query.target());
        put(words, "from", query.from());
        put(words, "to", query.to());
        put(words, "text", query.text());
        return words;
    }

    private static void put(Map<String, String> words, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            words.put(name, value.toString());
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private static Path created(Path file) throws IOException {
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /**
     * What was written.
     *
     * @param sha256 of the JSON lines, in hexadecimal
     */
    record Done(long entries, String sha256) {}

    /** A file that knows its checksum. */
    private static final class Hashed implements AutoCloseable {
        private final Path file;
        private final MessageDigest digest;
        private final Writer writer;

        Hashed(Path file) throws IOException {
            this.file = file;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
            OutputStream out = Files.newOutputStream(created(file), StandardOpenOption.WRITE);
            this.writer = new BufferedWriter(
                    new OutputStreamWriter(new DigestOutputStream(out, digest), StandardCharsets.UTF_8));
        }

        void line(String line) {
            try {
                writer.write(line);
                writer.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String name() {
            return String.valueOf(file.getFileName());
        }

        String sum() {
            try {
                return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }
}
