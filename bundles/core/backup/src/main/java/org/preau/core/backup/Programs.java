package org.preau.core.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of the system, without a shell. */
final class Programs {
    private static final long HOURS = 6;
    private static final int TAIL = 500;

    private Programs() {}

    /**
     * Runs one to its end; {@code IOException} with the end of its output when it fails or lasts more than {@value #HOURS} hours.
     *
     * @param absent what to say when there is no such program
     */
    static void run(List<String> command, Map<String, String> environment, String absent)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("preau-program", ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = start(builder, absent);
            process.getOutputStream().close();
            if (!process.waitFor(HOURS, TimeUnit.HOURS)) {
                process.destroyForcibly();
                throw new IOException(command.get(0) + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(command.get(0) + " failed (" + process.exitValue() + "): " + tail(output));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static Process start(ProcessBuilder builder, String absent) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException(builder.command().get(0) + " cannot be run: " + absent, e);
        }
    }

    private static String tail(Path output) throws IOException {
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
        return text.substring(Math.max(0, text.length() - TAIL)).replace('\n', ' ');
    }
}
