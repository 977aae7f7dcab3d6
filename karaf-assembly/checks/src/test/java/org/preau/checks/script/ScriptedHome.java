package org.preau.checks.script;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A home and a distribution around the real script; its Java is a program that lives until it is killed and answers no request. */
final class ScriptedHome {
    final Path home;
    private final Path folder;
    private final Path script;

    ScriptedHome(Path folder) throws IOException {
        this.folder = folder;
        this.home = folder.resolve("home");
        Path distribution = folder.resolve("distribution");
        for (String each : List.of("bin", "system", "lib/boot", "lib/jdk9plus", "etc")) {
            Files.createDirectories(distribution.resolve(each));
        }
        script = Files.copy(Path.of("../../preau"), distribution.resolve("bin/preau"));
        Files.writeString(
                distribution.resolve("etc/preau.env"),
                ": \"${PREAU_HEAP:=64m}\" \"${PREAU_JAVA_OPTS:=}\" \"${PREAU_START_TIMEOUT:=1}\" \"${PREAU_STOP_TIMEOUT:=20}\"\n");
        Files.writeString(
                distribution.resolve("etc/org.ops4j.pax.web.cfg"), "org.osgi.service.http.port = " + freePort() + "\n");
        Path java = folder.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(
                java,
                """
                #!/bin/bash
                case $* in *-version*) echo '    java.specification.version = 17' >&2; exit 0 ;; esac
                if [ -e "$FIFO.hog" ]; then echo 'Terminating due to java.lang.OutOfMemoryError: Java heap space'; exit 3; fi
                mkfifo "$FIFO.$$"
                exec 8<> "$FIFO.$$"
                read -r -u 8
                """);
        if (!java.toFile().setExecutable(true)) {
            throw new IOException(java + " cannot be made a program");
        }
    }

    /** What the script said, and its exit status. */
    record Said(int status, String words) {}

    /** Runs a command of the script for this home. */
    Said preau(String command, String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("bash", script.toString(), command, "--home", home.toString()));
        words.addAll(List.of(options));
        Path out = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("FIFO", folder.resolve("fifo").toString());
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end");
        }
        return new Said(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }

    /** The process that the pid file names. */
    ProcessHandle process() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile()).strip()))
                .orElseThrow();
    }

    Path pidFile() {
        return home.resolve("data/preau.pid");
    }

    /** From now on its Java ends for want of memory as soon as it starts, or no more. */
    void hungry(boolean is) throws IOException {
        Path sign = folder.resolve("fifo.hog");
        if (is) {
            Files.writeString(sign, "");
        } else {
            Files.deleteIfExists(sign);
        }
    }

    /** The options that its Java was started with last. */
    String options() throws IOException {
        return Files.readString(home.resolve("data/jvm.args"));
    }

    /** Takes the process away at once. */
    void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
