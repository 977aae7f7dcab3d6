package org.preau.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One running portal in a folder of its own, driven by the {@code ./preau} script as an operator would. */
public final class Portal implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("preau.root"));

    /** Of one call of the script; an archive of a whole academy takes longer than the five of the tests. */
    private static final long LIMIT_MINUTES = Long.getLong("preau.command.minutes", 5);

    public final Path home;
    public final int port;
    private final Map<String, String> environment = new HashMap<>();

    private Portal(Path home, int port) {
        this.home = home;
        this.port = port;
        String jacoco = System.getProperty("preau.jacoco", "");
        if (!jacoco.isBlank()) {
            environment.put("PREAU_JAVA_OPTS", jacoco);
        }
    }

    /** A portal's folder, not yet started. */
    public static Portal at(String name) {
        Path home = Path.of(System.getProperty("preau.work"), name);
        deleteTree(home);
        try (ServerSocket socket = new ServerSocket(0)) {
            Files.createDirectories(home);
            return new Portal(home, socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A started portal with nothing in its directory. */
    public static Portal empty(String name) {
        return at(name).start();
    }

    /** A started portal with the demonstration schools in it. */
    public static Portal demo(String name) {
        Portal portal = at(name);
        portal.start("--demo");
        portal.await("demonstration accounts", Duration.ofSeconds(180), () -> Files.exists(portal.demoAccounts()));
        return portal;
    }

    public Portal with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Portal start(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("start", "--home", home.toString(), "--port", String.valueOf(port)));
        arguments.addAll(List.of(options));
        Result result = preau(arguments.toArray(String[]::new));
        if (result.status() != 0) {
            throw new AssertionError("the portal did not start: " + result);
        }
        return this;
    }

    /** Tries to start it; the script's exit status, for portals that are not expected to come up. */
    public int tryStart() {
        return preau("start", "--home", home.toString(), "--port", String.valueOf(port))
                .status();
    }

    public void stop() {
        preau("stop", "--home", home.toString());
    }

    /** Kills the portal's process at once, as a power cut would. */
    public void kill() throws IOException {
        ProcessHandle process = process();
        process.destroyForcibly();
        process.onExit().join();
    }

    public ProcessHandle process() throws IOException {
        return ProcessHandle.of(pid()).orElseThrow();
    }

    public long pid() throws IOException {
        return Long.parseLong(Files.readString(home.resolve("data/preau.pid")).strip());
    }

    public Path demoAccounts() {
        return home.resolve("data/demo-accounts.json");
    }

    /** The first demonstration account of that profile. */
    public Login demoLogin(String profile) {
        try {
            for (JsonNode account : JSON.readTree(demoAccounts().toFile())) {
                if (account.get("profile").asText().equals(profile)) {
                    return new Login(
                            account.get("login").asText(),
                            account.get("password").asText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no demonstration account of profile " + profile);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public URI uri(String path) {
        return URI.create(url(path));
    }

    /** Runs a console command. */
    public Result exec(String command) {
        return preau("exec", "--home", home.toString(), command);
    }

    /** Runs a console command that must succeed and prints JSON. */
    public JsonNode json(String command) {
        Result result = exec(command);
        if (result.status() != 0) {
            throw new AssertionError(command + " failed: " + result);
        }
        try {
            return JSON.readTree(result.out());
        } catch (IOException e) {
            throw new AssertionError(command + " printed no JSON: " + result, e);
        }
    }

    /** Drops a jar into the deploy folder, under that name, whole at once. */
    public void deploy(Path jar, String name) {
        try {
            Path hidden = home.resolve("data/" + name + ".part");
            Files.copy(jar, hidden, StandardCopyOption.REPLACE_EXISTING);
            Files.move(hidden, home.resolve("deploy/" + name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void undeploy(String name) {
        try {
            Files.delete(home.resolve("deploy/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String log() {
        try {
            return Files.readString(home.resolve("log/preau.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class of this name is loaded in the portal's JVM, after a full collection. */
    public boolean classIsLoaded(String className) throws IOException {
        run(List.of("jcmd", String.valueOf(pid()), "GC.run"), Map.of());
        Result result = run(List.of("jcmd", String.valueOf(pid()), "VM.class_hierarchy", className), Map.of());
        return result.out().contains(className + "/");
    }

    /** Waits until something is so. */
    public void await(String what, Duration limit, Check check) {
        Waiting.until(what, limit, check);
    }

    @Override
    public void close() {
        stop();
    }

    public static Path root() {
        return ROOT;
    }

    private Result preau(String... arguments) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("preau").toString()));
        command.addAll(Arrays.asList(arguments));
        return run(command, environment);
    }

    public static Result run(List<String> command, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile("preau", ".out");
            Path err = Files.createTempFile("preau", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within " + LIMIT_MINUTES + " minutes");
            }
            Result result = new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static void deleteTree(Path folder) {
        run(List.of("rm", "-rf", folder.toString()), Map.of());
    }

    /** What a command printed and how it ended. */
    public record Result(int status, String out, String err) {}

    /** A login and its password. */
    public record Login(String username, String password) {}

    /** Something that becomes true. */
    public interface Check {
        boolean holds() throws Exception;
    }
}
