package org.preau.dev;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarFile;
import org.preau.client.ConsoleClient;

/** The running portal, seen from the loop: its deploy folder and its console. One file name a save, so that what the portal says of a file concerns that save. */
final class PortalLink {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long POLL = Duration.ofMillis(50).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();
    private static final long RECOVERY = Duration.ofSeconds(5).toNanos();
    private static final int SICK = 1;

    private final Path home;
    private int saves;

    /** The portal of this home. */
    PortalLink(Path home) {
        this.home = home;
    }

    /** What a command printed and how it ended. */
    record Answer(int status, String text) {}

    /**
     * Puts the project's jar into the deploy folder, whole at once, waits until the portal serves it and takes the one before away. When it does not serve, the one before stays.
     *
     * @throws BuildFailedException with the portal's reason
     */
    void deploy(PluginProject project) throws IOException, BuildFailedException {
        saves++;
        String name = prefix(project) + saves + ".jar";
        Path part = home.resolve("data").resolve(name + ".part");
        Path file = home.resolve("deploy").resolve(name);
        Files.copy(project.jar(), part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try {
            awaitServing(name);
        } catch (BuildFailedException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        remove(project, name);
    }

    /** Takes all jars of the project away. */
    void undeploy(PluginProject project) throws IOException {
        remove(project, "");
    }

    private void remove(PluginProject project, String but) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(home.resolve("deploy"), prefix(project) + "*.jar")) {
            for (Path jar : jars) {
                if (!jar.getFileName().toString().equals(but)) {
                    Files.deleteIfExists(jar);
                }
            }
        }
    }

    private void awaitServing(String name) throws IOException, BuildFailedException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            Answer answer = run("preau:deploy-list --json");
            if (answer.status() != 0) {
                throw new BuildFailedException("deploy", List.of("the portal's console does not answer"));
            }
            for (JsonNode row : JSON.readTree(answer.text())) {
                if (row.path("file").asText().equals(name)) {
                    String problem = row.path("problem").asText();
                    if (problem.isEmpty()) {
                        return;
                    }
                    throw new BuildFailedException("deploy", List.of(problem));
                }
            }
            LockSupport.parkNanos(POLL);
        }
        throw new BuildFailedException(
                "deploy", List.of("the portal did not take the jar: see " + home.resolve("log/preau.log")));
    }

    /** What the portal's doctor says is missing for the plugin to serve, once it had a moment to start; nothing when it is well, or when nobody can tell. */
    Optional<String> ailment(PluginProject project) throws IOException {
        String bundle = symbolicName(project.jar());
        long end = System.nanoTime() + RECOVERY;
        Answer answer = run("preau:doctor " + bundle);
        while (answer.status() == SICK && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL);
            answer = run("preau:doctor " + bundle);
        }
        return answer.status() == SICK ? Optional.of(answer.text().strip()) : Optional.empty();
    }

    private static String symbolicName(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest()
                    .getMainAttributes()
                    .getValue("Bundle-SymbolicName")
                    .split(";", 2)[0]
                    .strip();
        }
    }

    /** Shows a text at the head of every open page, in the place of the one before. */
    void tell(PluginProject project, String text) throws IOException {
        Path file = project.work().resolve("notice.txt");
        Files.createDirectories(project.work());
        Files.writeString(file, text);
        run("preau:dev-notice " + project.id() + " --file '" + file + "'");
    }

    /** Takes that text away. */
    void untell(PluginProject project) {
        run("preau:dev-notice " + project.id());
    }

    /** Whether its console answers. */
    boolean answers() {
        return run("preau:help").status() == 0;
    }

    private Answer run(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        int status = ConsoleClient.run(home.resolve("data/console.sock"), home.toString(), command, out, err);
        return new Answer(status, out.toString(StandardCharsets.UTF_8));
    }

    private static String prefix(PluginProject project) {
        return project.id() + "-dev-";
    }
}
