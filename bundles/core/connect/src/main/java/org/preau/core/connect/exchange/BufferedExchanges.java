package org.preau.core.connect.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Exchanges;
import org.preau.core.connect.exchange.SqlExchanges.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes exchanges without a cost to the request: counted by kind, written once a second by a thread of its own, so that a thousand validations a second are one row. What comes in more kinds than it holds
 * is left out. Blots out whatever looks like a ticket or a token, should a caller forget himself.
 */
@Component(service = Exchanges.class)
public final class BufferedExchanges implements Exchanges {
    private static final Logger log = LoggerFactory.getLogger(BufferedExchanges.class);
    private static final int MOST_KINDS = 500;
    private static final int LONGEST = 300;
    private static final Pattern SECRET = Pattern.compile(
            "\\b(ST|PT|PGT|PGTIOU|TGT)-[A-Za-z0-9._-]+|[A-Za-z0-9_-]{32,}(\\.[A-Za-z0-9_-]+)*|[\\w.+-]+@[\\w-]+\\.[\\w.-]+");

    private final SqlExchanges store;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "preau-exchanges");
        made.setDaemon(true);
        return made;
    });
    private final List<ScheduledFuture<?>> work;
    private Map<Kind, Integer> counted = new LinkedHashMap<>();

    /** Writes to this store. */
    @Activate
    public BufferedExchanges(@Reference SqlExchanges store) {
        this.store = store;
        this.work = List.of(
                thread.scheduleWithFixedDelay(this::flush, 1, 1, TimeUnit.SECONDS),
                thread.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES));
    }

    @Override
    public void done(String connectorId, String step) {
        count(new Kind(plain(connectorId), plain(step), Optional.empty()));
    }

    @Override
    public void refused(String connectorId, String step, String reason) {
        count(new Kind(plain(connectorId), plain(step), Optional.of(plain(reason))));
    }

    /** Writes what was counted; never throws. */
    void flush() {
        Map<Kind, Integer> full;
        synchronized (this) {
            full = counted;
            counted = new LinkedHashMap<>();
        }
        if (full.isEmpty()) {
            return;
        }
        try {
            store.write(full);
        } catch (RuntimeException e) {
            log.debug("{} kinds of exchanges were not written", full.size(), e);
        }
    }

    @Deactivate
    void close() {
        work.forEach(each -> each.cancel(false));
        thread.shutdown();
        flush();
    }

    private void forget() {
        try {
            store.forget();
        } catch (RuntimeException e) {
            log.debug("Old exchanges are forgotten later", e);
        }
    }

    private synchronized void count(Kind kind) {
        if (counted.size() < MOST_KINDS || counted.containsKey(kind)) {
            counted.merge(kind, 1, Integer::sum);
        }
    }

    private static String plain(String text) {
        String shown = SECRET.matcher(text.replaceAll("\\p{Cntrl}", " ")).replaceAll("…");
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }
}
