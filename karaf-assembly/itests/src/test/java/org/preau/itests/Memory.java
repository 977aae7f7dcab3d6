package org.preau.itests;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preau.driver.Portal;

/**
 * What a portal's process holds after a full collection.
 *
 * @param heap bytes of live objects
 * @param metaspace bytes of classes
 * @param classes loaded
 */
record Memory(long heap, long metaspace, long classes) {
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)\\s*");
    private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");

    static Memory of(Portal portal) throws IOException {
        jcmd(portal, "GC.run");
        Matcher heap = TOTAL.matcher(jcmd(portal, "GC.class_histogram"));
        Matcher metaspace = METASPACE.matcher(jcmd(portal, "GC.heap_info"));
        if (!heap.find() || !metaspace.find()) {
            throw new AssertionError("jcmd does not tell the memory of the portal");
        }
        long classes = jcmd(portal, "VM.class_hierarchy").lines().count();
        return new Memory(Long.parseLong(heap.group(1)), Long.parseLong(metaspace.group(1)) * 1024, classes);
    }

    private static String jcmd(Portal portal, String command) throws IOException {
        return Portal.run(List.of("jcmd", String.valueOf(portal.pid()), command), Map.of())
                .out();
    }

    @Override
    public String toString() {
        return "%.1f MB of objects, %.1f MB of %d classes".formatted(heap / 1e6, metaspace / 1e6, classes);
    }
}
