package org.preau.core.persistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the embedded server: {@code DIR/data/postgresql} and, beside it, {@code postgresql.password} (0600). Makes them, and stops who still serves them. */
final class Cluster {
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final int PASSWORD_BYTES = 24;
    private static final int SECONDS_TO_STOP = 30;

    private final Path folder;
    private final Path passwordFile;
    private final PostgresqlBinaries binaries;

    Cluster(Path data, PostgresqlBinaries binaries) {
        this.folder = data.resolve("postgresql");
        this.passwordFile = data.resolve("postgresql.password");
        this.binaries = binaries;
    }

    /** The path of one of the server's programs. */
    String program(String name) {
        return binaries.program(name);
    }

    /** Its folder. */
    Path folder() {
        return folder;
    }

    /** Makes the cluster at the first start; a making that was cut short is begun again. */
    void create() throws IOException, InterruptedException {
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            return;
        }
        log.info("Making the database in {}", folder);
        ServerUser user = ServerUser.of(folder);
        Path fresh = folder.resolveSibling("postgresql.new");
        FileTree.delete(fresh);
        Files.createDirectories(fresh);
        user.give(fresh);
        Path secret = folder.resolveSibling("postgresql.password.new");
        writeSecret(secret, newPassword());
        Files.copy(secret, passwordFile, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        user.give(secret);
        Commands.run(user.command(List.of(
                binaries.program("initdb"),
                "--pgdata=" + fresh,
                "--username=postgres",
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--data-checksums")));
        Files.delete(secret);
        Files.move(fresh, folder);
    }

    /** The generated password of the roles {@code postgres} and {@code preau}. */
    String password() throws IOException {
        return Files.readString(passwordFile).strip();
    }

    /**
     * Stops a server that still serves this cluster after its portal was killed. The mark of a dead one is left to PostgreSQL, which looks for surviving processes by
     * it; only where its number now belongs to another program it is removed.
     */
    void stopOrphan() throws IOException, InterruptedException {
        Optional<ProcessHandle> marked = marked();
        if (marked.isEmpty()) {
            return;
        }
        ProcessHandle process = marked.get();
        if (isOurs(process.pid())) {
            log.warn("A PostgreSQL of an earlier run (process {}) still serves {}: stopping it", process.pid(), folder);
            stop(process);
        } else if (ProcessHandle.allProcesses().noneMatch(this::worksHere)) {
            log.info("postmaster.pid names process {}, which is another program: removed", process.pid());
            Files.delete(mark());
        } else {
            throw new IOException("processes of an earlier PostgreSQL still run in " + folder);
        }
    }

    /** Stops the server of this cluster, open sessions or not; what was committed is kept. */
    void stop(ProcessHandle server) throws IOException, InterruptedException {
        ServerUser user = ServerUser.of(folder);
        for (String mode : List.of("fast", "immediate")) {
            List<String> stop = new ArrayList<>(List.of(binaries.program("pg_ctl"), "stop", "-D", folder.toString()));
            stop.addAll(List.of("-m", mode, "-w", "-t", Integer.toString(SECONDS_TO_STOP)));
            if (!server.isAlive() || Commands.works(user.command(stop))) {
                return;
            }
        }
        log.error("PostgreSQL (process {}) does not stop: killed", server.pid());
        server.destroyForcibly();
    }

    private Path mark() {
        return folder.resolve("postmaster.pid");
    }

    private Optional<ProcessHandle> marked() throws IOException {
        List<String> lines = Files.exists(mark()) ? Files.readAllLines(mark()) : List.of();
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(folder);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isOurs(long pid) {
        try {
            byte[] command = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            List<String> words = List.of(new String(command, StandardCharsets.UTF_8).split("\0"));
            return words.get(0).endsWith("postgres") && words.contains(folder.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret + "\n");
    }
}
