package org.preau.dev;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks Maven what a project is; without the network first, because that is quicker and mostly enough. */
final class Maven {
    private static final String CLASSPATH = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath";
    private static final String MODEL = "org.apache.maven.plugins:maven-help-plugin:3.5.1:effective-pom";
    private static final long MINUTES = 10;

    private Maven() {}

    /**
     * Writes the effective POM and the compile class path of a project.
     *
     * @throws BuildFailedException with what Maven says is wrong
     */
    static void describe(Path folder, Path model, Path classpath)
            throws IOException, InterruptedException, BuildFailedException {
        Files.createDirectories(model.getParent());
        List<String> first = run(folder, model, classpath, true);
        if (first.isEmpty()) {
            return;
        }
        List<String> second = run(folder, model, classpath, false);
        if (!second.isEmpty()) {
            throw new BuildFailedException("Maven", second);
        }
    }

    private static List<String> run(Path folder, Path model, Path classpath, boolean offline)
            throws IOException, InterruptedException {
        Path output = model.resolveSibling("maven.log");
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "-ntp"));
        if (offline) {
            command.add("-o");
        }
        command.addAll(List.of(
                "-DincludeScope=compile", "-Dmdep.outputFile=" + classpath, CLASSPATH, "-Doutput=" + model, MODEL));
        Process maven = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        maven.getOutputStream().close();
        try {
            if (!maven.waitFor(MINUTES, TimeUnit.MINUTES)) {
                return List.of("Maven did not end within " + MINUTES + " minutes");
            }
        } finally {
            maven.destroy();
        }
        if (maven.exitValue() == 0) {
            return List.of();
        }
        List<String> said = Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("[ERROR]") && !line.contains("[Help 1]"))
                .map(line -> line.substring("[ERROR]".length()).strip())
                .filter(line -> !line.isEmpty())
                .limit(8)
                .toList();
        return said.isEmpty() ? List.of("Maven ended with " + maven.exitValue() + ", see " + output) : said;
    }
}
