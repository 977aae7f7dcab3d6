package org.preau.bench;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is alive in a heap.
 *
 * @param bytes of everything
 * @param classes bytes of each class
 */
record HeapHistogram(long bytes, Map<String, Long> classes) {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+).*");
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)\\s*");
    private static final int SHOWN = 60;

    /** Reads what {@code jcmd PID GC.class_histogram} printed. */
    static HeapHistogram parse(String text) {
        Map<String, Long> classes = new HashMap<>();
        long total = 0;
        for (String line : text.lines().toList()) {
            Matcher one = LINE.matcher(line);
            Matcher all = TOTAL.matcher(line);
            if (one.matches()) {
                classes.merge(one.group(2), Long.valueOf(one.group(1)), Long::sum);
            } else if (all.matches()) {
                total = Long.parseLong(all.group(1));
            }
        }
        if (total == 0) {
            throw new AssertionError("no histogram: " + text);
        }
        return new HeapHistogram(total, classes);
    }

    /** Bytes of each class since an earlier one divided by a number of things made meanwhile, the biggest first. */
    String since(HeapHistogram before, int things) {
        TreeSet<Map.Entry<String, Long>> grown = new TreeSet<>(
                Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        classes.forEach(
                (name, now) -> grown.add(Map.entry(name, (now - before.classes.getOrDefault(name, 0L)) / things)));
        return grown.stream()
                .limit(SHOWN)
                .map(entry -> String.format(Locale.ROOT, "%8d  %s%n", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining());
    }
}
