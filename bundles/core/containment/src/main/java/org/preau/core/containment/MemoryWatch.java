package org.preau.core.containment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows across restarts whose call used up the memory. The Java machine ends at once when its memory runs out, as nothing in it can be relied on then (ADR 0011); who starts it again tells so by the property
 * {@code preau.fell}, and the plugins that were being called are kept out.
 */
final class MemoryWatch {
    private static final Logger log = LoggerFactory.getLogger(MemoryWatch.class);

    private final CallLedger ledger;
    private final Falls falls;

    private MemoryWatch(CallLedger ledger, Falls falls) {
        this.ledger = ledger;
        this.falls = falls;
    }

    /** One that knows of nothing before and keeps nothing. */
    static MemoryWatch forgetful(Clock clock) {
        return new MemoryWatch(CallLedger.inMemory(), new Falls(null, clock));
    }

    /** That of an instance. */
    static MemoryWatch of(BundleContext context, Clock clock) {
        String data = context.getProperty("karaf.data");
        String aside = context.getProperty("preau.aside");
        if (aside != null) {
            log.error(
                    "The memory ran out twice soon after the start: {}, the last file deployed, was put aside", aside);
        }
        try {
            return data == null
                    ? forgetful(clock)
                    : of(Path.of(data), "memory".equals(context.getProperty("preau.fell")), clock);
        } catch (IOException e) {
            log.warn("which plugins are called is not kept: {}", e.toString());
            return forgetful(clock);
        }
    }

    /**
     * The same.
     *
     * @param data its folder of data
     * @param fell whether its last run ended for want of memory
     */
    static MemoryWatch of(Path data, boolean fell, Clock clock) throws IOException {
        CallLedger ledger = CallLedger.open(data.resolve("plugins.called"));
        Falls falls = new Falls(data.resolve("plugins.fell"), clock);
        if (fell) {
            log.error(
                    "The last run ended because the memory ran out; plugins that were being called then: {}",
                    ledger.interrupted().isEmpty() ? "none" : ledger.interrupted());
            falls.note(ledger.interrupted());
        }
        return new MemoryWatch(ledger, falls);
    }

    /** Where the calls of that plugin are counted. */
    CallLedger.Entry entry(PluginName plugin) {
        return ledger.entry(key(plugin));
    }

    /** Keeps a plugin out whose call used up the memory. */
    void keepOut(PluginGuard guard) {
        falls.of(key(guard.name())).ifPresent(fall -> guard.hold(fall.why(), fall.left(), fall.times()));
    }

    /** Whether that plugin is to be kept out. */
    boolean keepsOut(PluginName plugin) {
        return falls.of(key(plugin)).isPresent();
    }

    /** Somebody has released it. */
    void forgive(PluginName plugin) {
        falls.forgive(key(plugin));
    }

    /** A new version begins with a clean sheet. */
    private static String key(PluginName plugin) {
        return plugin.symbolicName() + "/" + plugin.version();
    }
}
