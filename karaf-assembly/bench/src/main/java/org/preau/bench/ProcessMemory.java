package org.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.preau.driver.Portal;

/** Memory of the portal's processes, from {@code /proc} and the JVM's own tools. */
final class ProcessMemory {
    private final Portal portal;

    ProcessMemory(Portal portal) {
        this.portal = portal;
    }

    /** Resident set of the JVM. */
    double jvmMegabytes() throws IOException {
        return kilobytes(Path.of("/proc/" + portal.pid() + "/status"), "VmRSS:") * 1024 / 1e6;
    }

    /** The most that the JVM had resident since it started. */
    double peakMegabytes() throws IOException {
        return kilobytes(Path.of("/proc/" + portal.pid() + "/status"), "VmHWM:") * 1024 / 1e6;
    }

    /** All processes of the embedded database, what they share counted once where the system tells (root, or one's own processes). */
    double postgresqlMegabytes() throws IOException {
        long sum = 0;
        for (ProcessHandle process : postgresql()) {
            Path proc = Path.of("/proc/" + process.pid());
            sum += proportional()
                    ? kilobytes(proc.resolve("smaps_rollup"), "Pss:")
                    : kilobytes(proc.resolve("status"), "VmRSS:");
        }
        return sum * 1024 / 1e6;
    }

    /** How the database's memory was counted. */
    String counted() throws IOException {
        return postgresql().size() + " processes, "
                + (proportional() ? "shared memory counted once" : "resident sets added up, shared memory many times");
    }

    /** What is alive in the heap after a full collection; kept as a file under that name. */
    HeapHistogram heap(String name) throws IOException {
        String pid = String.valueOf(portal.pid());
        Portal.run(List.of("jcmd", pid, "GC.run"), Map.of());
        Portal.Result result = Portal.run(List.of("jcmd", pid, "GC.class_histogram"), Map.of());
        if (result.status() != 0) {
            throw new AssertionError("jcmd (of a JDK) is needed: " + result);
        }
        Files.writeString(Stage.files().resolve("heap-" + name + ".txt"), result.out());
        return HeapHistogram.parse(result.out());
    }

    /** The first of the embedded database's processes. */
    long postgresqlPid() throws IOException {
        Path mark = portal.home.resolve("data/postgresql/postmaster.pid");
        return Long.parseLong(Files.readAllLines(mark).get(0).strip());
    }

    private List<ProcessHandle> postgresql() throws IOException {
        return ProcessHandle.of(postgresqlPid()).stream()
                .flatMap(master -> Stream.concat(Stream.of(master), master.descendants()))
                .toList();
    }

    private boolean proportional() throws IOException {
        for (ProcessHandle process : postgresql()) {
            try {
                Files.readString(Path.of("/proc/" + process.pid() + "/smaps_rollup"));
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    /** The value of a line; 0 when the process is gone. */
    private static long kilobytes(Path file, String key) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
