package org.preau.core.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.preau.api.persistence.DatabaseHost;

/**
 * The embedded server's files, copied while it runs: PostgreSQL's manual, "Making a Base Backup Using the Low Level API". A temporary replication slot keeps the
 * write-ahead log of the copy's time, which is added at the end; started on the copy, the server replays it to the moment the backup ended.
 */
final class ClusterCopy implements DatabaseCopy {
    private static final String NAME = "data/postgresql";
    /** Folders whose content is that of the running server: kept empty. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "log");

    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "backup_manifest");

    private final DatabaseHost host;
    private final Path folder;

    ClusterCopy(DatabaseHost host, Path folder) {
        this.host = host;
        this.folder = folder;
    }

    @Override
    public Map<String, String> add(ArchiveWriter archive) throws IOException {
        try (Connection session = host.administrator()) {
            one(session, "select pg_create_physical_replication_slot('preau_backup_' || pg_backend_pid(), true, true)");
            String from = one(session, "select pg_walfile_name(pg_backup_start('preau', true))");
            copyFiles(archive);
            List<String> end = stop(session);
            String to = end.get(0);
            archive.content(NAME + "/backup_label", end.get(1).getBytes(StandardCharsets.UTF_8));
            if (!end.get(2).isBlank()) {
                throw new IOException("the cluster has tablespaces of its own: they cannot be saved");
            }
            copyLog(archive, from, to);
            Map<String, String> done = new LinkedHashMap<>();
            done.put("database", "embedded PostgreSQL " + one(session, "show server_version"));
            done.put("walFrom", from);
            done.put("walTo", to);
            return done;
        } catch (SQLException e) {
            throw new IOException("the database cannot be put in backup mode: " + e.getMessage(), e);
        }
    }

    @Override
    public long size() throws IOException {
        return FileWalk.size(folder, name -> !name.startsWith("log/"));
    }

    private void copyFiles(ArchiveWriter archive) throws IOException {
        FileWalk.add(archive, folder, NAME, ClusterCopy::wanted);
        archive.folder(NAME + "/pg_wal/archive_status");
        archive.content(NAME + "/global/pg_control", settled(folder.resolve("global/pg_control")));
    }

    /** Those of the log that were written from the start to the stop, whole: the stop has switched to the next. */
    private void copyLog(ArchiveWriter archive, String from, String to) throws IOException {
        List<Path> segments;
        try (Stream<Path> all = Files.list(folder.resolve("pg_wal"))) {
            segments = all.sorted().toList();
        }
        long copied = 0;
        for (Path segment : segments) {
            String name = String.valueOf(segment.getFileName());
            boolean needed = name.matches("[0-9A-F]{24}") && name.compareTo(from) >= 0 && name.compareTo(to) <= 0;
            if (needed || name.matches("[0-9A-F]{8}\\.history")) {
                archive.file(segment, NAME + "/pg_wal/" + name);
                copied += needed ? 1 : 0;
            }
        }
        if (copied == 0 || !Files.exists(folder.resolve("pg_wal").resolve(from))) {
            throw new IOException("the write-ahead log from " + from + " to " + to + " is not there any more");
        }
    }

    private static boolean wanted(String name) {
        int slash = name.indexOf('/');
        if (slash > 0 && EMPTIED.contains(name.substring(0, slash))) {
            return false;
        }
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !LEFT_OUT.contains(name)
                && !name.equals("global/pg_control")
                && !last.startsWith("pgsql_tmp")
                && !last.equals("pg_internal.init");
    }

    /** Read until two readings agree: the server may be writing it. */
    private static byte[] settled(Path control) throws IOException {
        byte[] before = Files.readAllBytes(control);
        byte[] now = Files.readAllBytes(control);
        while (!Arrays.equals(before, now)) {
            before = now;
            now = Files.readAllBytes(control);
        }
        return now;
    }

    private static List<String> stop(Connection session) throws SQLException {
        try (PreparedStatement stop = session.prepareStatement(
                        "select pg_walfile_name(lsn), labelfile, coalesce(spcmapfile, '') from pg_backup_stop(false)");
                ResultSet row = stop.executeQuery()) {
            row.next();
            return List.of(row.getString(1), row.getString(2), row.getString(3));
        }
    }

    private static String one(Connection session, String sql) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
