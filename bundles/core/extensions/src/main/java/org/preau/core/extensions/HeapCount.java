package org.preau.core.extensions;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;

/**
 * Counts instances by class in the running JVM ({@code jcmd GC.class_histogram -all}): what there is, garbage included, without a collection. The JVM stands still while it counts.
 *
 * @param classes how many of the classes have instances
 * @param instances how many
 * @param bytes their own size together
 */
record HeapCount(int classes, long instances, long bytes) {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(?:\\[L)?([\\w.$/]+);?.*");

    /** Counts the instances of these classes and of their arrays. */
    static HeapCount of(Set<String> names) {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[] {"-all"}},
                            new String[] {String[].class.getName()});
            return read(String.valueOf(histogram), names);
        } catch (JMException e) {
            throw new PortalException(ErrorCode.UNAVAILABLE, "this JVM does not count its classes", e);
        }
    }

    static HeapCount read(String histogram, Set<String> names) {
        int classes = 0;
        long instances = 0;
        long bytes = 0;
        for (String line : histogram.split("\\R", -1)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && names.contains(matcher.group(3))) {
                classes++;
                instances += Long.parseLong(matcher.group(1));
                bytes += Long.parseLong(matcher.group(2));
            }
        }
        return new HeapCount(classes, instances, bytes);
    }
}
