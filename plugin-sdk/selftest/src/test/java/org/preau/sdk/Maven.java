package org.preau.sdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Calls Maven as a developer of plugins does: the Maven of this build, its repository, offline when this build is. */
final class Maven {
    private static final long MINUTES = 8;

    private Maven() {}

    /**
     * What came of a call.
     *
     * @param status exit status
     * @param output everything it said
     */
    record Outcome(int status, String output) {}

    static Outcome run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("sdk.maven"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + System.getProperty("sdk.repository")));
        if ("is-true".equals(System.getProperty("sdk.offline"))) {
            command.add("-o");
        }
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(folder, "maven", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().remove("MAVEN_ARGS");
        builder.environment().put("MAVEN_OPTS", "-Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("Maven took more than " + MINUTES + " minutes:\n" + Files.readString(log));
        }
        return new Outcome(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }

    /** A folder of the test's own, empty. */
    static Path empty(String name) throws IOException {
        Path folder = Path.of("target", "tried", name).toAbsolutePath();
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
