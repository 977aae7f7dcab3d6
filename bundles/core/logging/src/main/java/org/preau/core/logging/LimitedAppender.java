package org.preau.core.logging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.AppenderControl;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginConfiguration;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what each bundle writes up to so many lines, and leaves out the rest: one line says that it begins, one each minute how many were left out. Bundles of the portal itself are not limited, so that
 * an operator who looks for something sees all of it.
 */
@Plugin(name = "LimitedPerBundle", category = "Core", elementType = Appender.ELEMENT_TYPE, printObject = true)
public final class LimitedAppender extends AbstractAppender {
    /** Who tells of what is left out. */
    static final String LOGGER = "org.preau.core.logging";

    private static final String OWN = "org.preau.";
    private static final String OTHERS = "others";
    private static final int KNOWN = 2_000;
    private static final int CHARACTERS = 500;
    private static final int TRACE = 20;

    private final Configuration configuration;
    private final AppenderRef next;
    private final int perMinute;
    private final int most;
    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();
    private volatile @Nullable AppenderControl control;
    private volatile @Nullable Future<?> scheduled;

    private LimitedAppender(String name, Configuration configuration, AppenderRef next, int perMinute, int most) {
        super(name, null, null, true, Property.EMPTY_ARRAY);
        this.configuration = configuration;
        this.next = next;
        this.perMinute = perMinute;
        this.most = most;
        configuration.getScheduler().incrementScheduledItems();
    }

    /**
     * Made by Log4j from {@code log4j2.appender.*}.
     *
     * @param linesPerMinute lines a bundle may write in the long run; a long line or a stack trace counts as several
     * @param burst lines it may write at once
     * @param next the appender that writes
     */
    @PluginFactory
    public static LimitedAppender create(
            @PluginAttribute("name") String name,
            @PluginAttribute(value = "linesPerMinute", defaultInt = 300) int linesPerMinute,
            @PluginAttribute(value = "burst", defaultInt = 1_000) int burst,
            @PluginElement("AppenderRef") AppenderRef next,
            @PluginConfiguration Configuration configuration) {
        return new LimitedAppender(name, configuration, next, linesPerMinute, burst);
    }

    @Override
    public void start() {
        Appender appender = configuration.getAppender(next.getRef());
        if (appender == null) {
            throw new IllegalStateException("no appender " + next.getRef());
        }
        AppenderControl out = new AppenderControl(appender, next.getLevel(), next.getFilter());
        control = out;
        scheduled = configuration
                .getScheduler()
                .scheduleWithFixedDelay(() -> tellAll(out, System.currentTimeMillis()), 1, 1, TimeUnit.MINUTES);
        super.start();
    }

    @Override
    public void append(LogEvent event) {
        AppenderControl out = control;
        if (out == null) {
            return;
        }
        long now = event.getTimeMillis();
        String writer = writer(event);
        if (writer.startsWith(OWN)) {
            out.callAppender(event);
            return;
        }
        switch (budget(writer, now).take(price(event), now)) {
            case WRITTEN -> out.callAppender(event);
            case FIRST_LEFT_OUT ->
                say(
                        out,
                        now,
                        "The bundle " + writer + " writes more than " + perMinute
                                + " lines a minute: the rest is left out");
            case LEFT_OUT -> {
                // counted
            }
        }
    }

    @Override
    public void stop() {
        Future<?> telling = scheduled;
        if (telling != null) {
            telling.cancel(false);
        }
        AppenderControl out = control;
        if (out != null) {
            tellAll(out, System.currentTimeMillis());
        }
        super.stop();
    }

    /** The symbolic name of the bundle; the logger where Pax Logging does not know it (java.util.logging). */
    private static String writer(LogEvent event) {
        String bundle = event.getContextData().getValue("bundle.name");
        return bundle == null ? String.valueOf(event.getLoggerName()) : bundle;
    }

    /** However many names there are, memory stays bounded: those beyond share one budget. */
    private Budget budget(String writer, long now) {
        Budget known = budgets.get(writer);
        if (known != null) {
            return known;
        }
        String name = budgets.size() < KNOWN ? writer : OTHERS;
        return budgets.computeIfAbsent(name, any -> new Budget(perMinute, most, now));
    }

    private static int price(LogEvent event) {
        String text = event.getMessage().getFormattedMessage();
        return 1 + (text == null ? 0 : text.length() / CHARACTERS) + (event.getThrown() == null ? 0 : TRACE);
    }

    /** Says of each bundle how many of its lines were left out since this was said last. */
    private void tellAll(AppenderControl out, long now) {
        budgets.forEach((writer, budget) -> {
            long count = budget.takeLeftOut();
            if (count > 0) {
                say(out, now, count + " lines of the bundle " + writer + " were left out");
            }
        });
    }

    private static void say(AppenderControl out, long now, String text) {
        out.callAppender(Log4jLogEvent.newBuilder()
                .setLoggerName(LOGGER)
                .setLevel(Level.WARN)
                .setThreadName(Thread.currentThread().getName())
                .setMessage(new SimpleMessage(text))
                .setTimeMillis(now)
                .build());
    }
}
