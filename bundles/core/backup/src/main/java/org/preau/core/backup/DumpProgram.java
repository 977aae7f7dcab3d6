package org.preau.core.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a {@code pg_dump} that can read the server: an older one refuses a newer server. */
final class DumpProgram {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ([0-9]+)");
    private static final int LATER_VERSIONS = 5;
    private static final long SECONDS = 30;

    private DumpProgram() {}

    /**
     * The program to run.
     *
     * @param server major version of the server
     * @param folder where the operator says that it is; otherwise the PATH, then where packages put it
     * @throws IOException with what to install when there is none, or only older ones
     */
    static String find(int server, Optional<Path> folder) throws IOException, InterruptedException {
        int newest = 0;
        for (String program : candidates(server, folder)) {
            OptionalInt version = version(program);
            if (version.isPresent() && version.getAsInt() >= server) {
                return program;
            }
            newest = Math.max(newest, version.orElse(0));
        }
        String found = newest == 0
                ? "pg_dump is not " + folder.map(path -> "in " + path).orElse("on the portal's PATH")
                : "pg_dump is of PostgreSQL " + newest + ", which cannot save a server of " + server;
        throw new IOException(found + ": install the client of PostgreSQL " + server
                + " or later (Debian: apt-get install postgresql-client-" + server
                + "), or write its folder as postgresql.bin in etc/org.preau.core.backup.cfg");
    }

    private static List<String> candidates(int server, Optional<Path> folder) {
        List<String> programs = new ArrayList<>();
        if (folder.isPresent()) {
            programs.add(folder.get().resolve("pg_dump").toString());
            return programs;
        }
        programs.add("pg_dump");
        for (int version = server; version <= server + LATER_VERSIONS; version++) {
            for (String place : List.of("/usr/lib/postgresql/" + version + "/bin", "/usr/pgsql-" + version + "/bin")) {
                Path program = Path.of(place, "pg_dump");
                if (Files.isExecutable(program)) {
                    programs.add(program.toString());
                }
            }
        }
        return programs;
    }

    private static OptionalInt version(String program) throws IOException, InterruptedException {
        Path output = Files.createTempFile("preau-program", ".log");
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return OptionalInt.empty();
            }
            Matcher matcher = VERSION.matcher(Files.readString(output, StandardCharsets.UTF_8));
            return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
