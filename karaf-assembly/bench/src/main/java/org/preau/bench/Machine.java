package org.preau.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The machine measured.
 *
 * @param measured when the bench began
 * @param load load average of the last minute at that time: near zero on a machine with nothing else to do
 * @param memory of the machine, GB
 */
record Machine(String measured, String processor, int cores, double memory, String system, String java, double load) {
    /** This machine, now. */
    static Machine here() throws IOException {
        OperatingSystemMXBean bean = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                processorName(),
                bean.getAvailableProcessors(),
                Math.round(bean.getTotalMemorySize() / 1e8) / 10.0,
                bean.getName() + " " + bean.getVersion(),
                Runtime.version().toString(),
                bean.getSystemLoadAverage());
    }

    String summary() {
        return cores + " cores (" + processor + "), " + memory + " GB, " + system + ", Java " + java + ", load before "
                + load + ", " + measured;
    }

    private static String processorName() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return "unknown";
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
