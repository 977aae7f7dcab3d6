package org.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

/** Seconds of processor that a server's processes took, from {@code /proc}: user and system, ended children included. */
final class ProcessorTime {
    /** {@code USER_HZ}, 100 on every Linux this runs on. */
    private static final double TICKS_A_SECOND = 100;

    private static final int UTIME = 11;
    private static final int FIELDS = 4;

    private final Set<Long> roots;

    private ProcessorTime(Set<Long> roots) {
        this.roots = roots;
    }

    /** Of these processes and all below them. */
    static ProcessorTime of(long... roots) {
        Set<Long> all = new TreeSet<>();
        for (long root : roots) {
            all.add(root);
        }
        return new ProcessorTime(all);
    }

    /** So far. */
    double seconds() {
        Set<Long> all = new TreeSet<>(roots);
        roots.forEach(root -> ProcessHandle.of(root)
                .ifPresent(process -> process.descendants().forEach(below -> all.add(below.pid()))));
        return all.stream()
                .mapToDouble(pid -> seconds(pid, ProcessorTime::stat))
                .sum();
    }

    /** Of one process by the text of its {@code stat}: four numbers after the name in brackets, in ticks. */
    static double seconds(long pid, LongFunction<String> stat) {
        String text = stat.apply(pid);
        if (text.isEmpty()) {
            return 0;
        }
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int i = 0; i < FIELDS; i++) {
            ticks += Double.parseDouble(fields[UTIME + i]);
        }
        return ticks / TICKS_A_SECOND;
    }

    /** Nothing when it has ended. */
    private static String stat(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/stat"));
        } catch (IOException e) {
            return "";
        }
    }
}
