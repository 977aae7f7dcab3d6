package org.preau.itests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.preau.driver.Portal;

/** Maven as somebody outside the reactor runs it, on the repository that this build uses or on one of the test's own. */
final class MavenRun {
    private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final Path folder;
    private final Map<String, String> environment;

    private MavenRun(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** In that folder, on the repository of this build. */
    static MavenRun in(Path folder) {
        return new MavenRun(folder, environment());
    }

    /** In that folder, on a repository of the test's own. */
    static MavenRun in(Path folder, Path repository) {
        return new MavenRun(folder, Map.of("MAVEN_OPTS", QUICK + " -Dmaven.repo.local=" + repository));
    }

    /** What a program that runs Maven must be given to use this build's repository. */
    static Map<String, String> environment() {
        String repository = System.getProperty("maven.repo.local", "");
        return Map.of("MAVEN_OPTS", QUICK + (repository.isBlank() ? "" : " -Dmaven.repo.local=" + repository));
    }

    /** Runs it; fails the test with what Maven says when it fails. */
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "-ntp", "-f", folder.toString()));
        command.addAll(List.of(arguments));
        Portal.Result result = Portal.run(command, environment);
        if (result.status() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed: " + result);
        }
        return result.out();
    }
}
