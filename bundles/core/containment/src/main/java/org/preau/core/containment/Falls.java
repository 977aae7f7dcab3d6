package org.preau.core.containment;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often the portal's memory ran out while a plugin was called: the first time keeps that plugin stopped for half an hour after the restart, a second time within a day until somebody releases it. Safe on any
 * thread.
 */
final class Falls {
    private static final Logger log = LoggerFactory.getLogger(Falls.class);
    private static final Duration FIRST = Duration.ofMinutes(30);
    private static final Duration UNTIL_RELEASED = Duration.ofDays(365);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final @Nullable Path file;
    private final Clock clock;
    private final Properties known = new Properties();

    /**
     * Those that a file keeps.
     *
     * @param file null: nothing is kept
     */
    Falls(@Nullable Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        if (file != null && Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                known.load(in);
            } catch (IOException | IllegalArgumentException e) {
                log.warn("{} cannot be read: {}", file, e.toString());
            }
        }
    }

    /**
     * What the last falls mean for a plugin.
     *
     * @param times how many in a row
     * @param left how long it is not to be called from now on
     */
    record Fall(int times, Duration left) {
        /** In words for operators. */
        String why() {
            return times > 1
                    ? "the portal's memory ran out " + times
                            + " times while it was called: it stays stopped until it is released"
                    : "the portal's memory ran out while it was called";
        }
    }

    /** The last run ended for want of memory while these were called. */
    synchronized void note(Collection<String> plugins) {
        for (String plugin : plugins) {
            int times = read(plugin).filter(this::isRecent).map(Entry::times).orElse(0) + 1;
            known.setProperty(plugin, times + " " + clock.instant());
        }
        write();
    }

    /** Whether, and how long, it is to stay stopped. */
    synchronized Optional<Fall> of(String plugin) {
        return read(plugin)
                .map(entry -> new Fall(
                        entry.times(),
                        Duration.between(
                                clock.instant(), entry.last().plus(entry.times() > 1 ? UNTIL_RELEASED : FIRST))))
                .filter(fall -> fall.left().compareTo(Duration.ZERO) > 0);
    }

    /** Somebody has released it. */
    synchronized void forgive(String plugin) {
        if (known.remove(plugin) != null) {
            write();
        }
    }

    private record Entry(int times, Instant last) {}

    private boolean isRecent(Entry entry) {
        return entry.times() > 1 || entry.last().plus(REMEMBERED).isAfter(clock.instant());
    }

    private Optional<Entry> read(String plugin) {
        String[] words = known.getProperty(plugin, "").split(" ");
        try {
            return words.length == 2
                    ? Optional.of(new Entry(Integer.parseInt(words[0]), Instant.parse(words[1])))
                    : Optional.empty();
        } catch (RuntimeException e) {
            log.warn("not understood of {} in {}: {}", plugin, file, e.toString());
            return Optional.empty();
        }
    }

    private void write() {
        if (file == null) {
            return;
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            known.store(out, "Plugins that were called when the memory ran out: times, and the last one");
        } catch (IOException e) {
            log.warn("{} cannot be written: {}", file, e.toString());
        }
    }
}
