package org.preau.core.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the programs of the system and of the server. */
final class Commands {
    private static final int SECONDS = 120;
    private static final int TAIL = 2000;

    private Commands() {}

    /** Runs a command to its end. {@code IOException} with the end of its output when it fails or does not end within two minutes. */
    static void run(List<String> command) throws IOException, InterruptedException {
        run(command, InputStream.nullInputStream());
    }

    /** The same, with something on its standard input. */
    static void run(List<String> command, InputStream input) throws IOException, InterruptedException {
        Process process = start(command);
        try (OutputStream sink = process.getOutputStream()) {
            input.transferTo(sink);
        } catch (IOException e) {
            process.destroy();
            throw new IOException(failure(command, process), e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command + " did not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed (" + process.exitValue() + "): " + tail(output));
        }
    }

    /** Whether the command ends well. */
    static boolean works(List<String> command) throws InterruptedException {
        try {
            run(command);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The end of a program's output, on one line. */
    static String tail(String output) {
        return output.substring(Math.max(0, output.length() - TAIL)).strip().replace('\n', ' ');
    }

    /** What every program of ours is started with: no variable of the caller's that would lead a PostgreSQL program elsewhere. */
    static void cleanEnvironment(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        environment.put("LC_ALL", "C.UTF-8");
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        cleanEnvironment(builder.environment());
        return builder.start();
    }

    private static String failure(List<String> command, Process process) throws IOException {
        return command + " failed: "
                + tail(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
