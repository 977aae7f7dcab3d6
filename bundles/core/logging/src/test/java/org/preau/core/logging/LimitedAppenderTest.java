package org.preau.core.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.processor.PluginCache;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten lines at once, sixty a minute. */
class LimitedAppenderTest {
    private final File file = new File();
    private LimitedAppender appender;

    @BeforeEach
    void start() {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.addAppender(file);
        file.start();
        appender = LimitedAppender.create(
                "Limited", 60, 10, AppenderRef.createAppenderRef("File", null, null), configuration);
        appender.start();
    }

    @Test
    void leavesOutWhatAPluginWritesTooMuchAndSaysHowMuch() {
        write("org.example.flood", 5_000, 1_000);

        assertThat(file.lines).hasSize(11);
        assertThat(file.lines.get(10))
                .isEqualTo(
                        "WARN The bundle org.example.flood writes more than 60 lines a minute: the rest is left out");

        appender.stop();
        assertThat(file.lines).last().isEqualTo("WARN 4990 lines of the bundle org.example.flood were left out");
    }

    @Test
    void limitsNeitherOtherPluginsNorThePortal() {
        write("org.example.flood", 100, 1_000);
        write("org.example.quiet", 10, 1_000);
        write("org.preau.core.http", 500, 1_000);

        assertThat(file.lines.stream().filter(line -> line.endsWith("quiet"))).hasSize(10);
        assertThat(file.lines.stream().filter(line -> line.endsWith("http"))).hasSize(500);
    }

    @Test
    void countsAStackTraceAndALongTextAsSeveralLines() {
        appender.append(event("org.example.long", "x".repeat(100_000), null, 1_000));
        appender.append(event("org.example.long", "short", null, 1_000));
        appender.append(event("org.example.trace", "failed", new IllegalStateException(), 1_000));
        appender.append(event("org.example.trace", "failed", new IllegalStateException(), 1_000));

        assertThat(file.lines).hasSize(4);
        assertThat(file.lines.get(1)).contains("org.example.long writes more");
        assertThat(file.lines.get(3)).contains("org.example.trace writes more");
    }

    @Test
    void letsAPluginWriteAgainAfterAWhile() {
        write("org.example.flood", 30, 1_000);
        write("org.example.flood", 5, 61_000);

        assertThat(file.lines).last().isEqualTo("INFO line of org.example.flood");
    }

    @Test
    void boundsWhatItRemembersOfNames() {
        IntStream.range(0, 5_000).forEach(i -> write("org.example.n" + i, 1, 1_000));

        assertThat(file.lines).hasSizeBetween(2_000, 2_020);
        assertThat(file.lines).last().asString().contains("writes more than 60 lines a minute");
    }

    @Test
    void isOnTheListOfPluginsThatLogFourJReads() throws IOException {
        PluginCache cache = new PluginCache();
        cache.loadCacheFiles(LimitedAppender.class
                .getClassLoader()
                .getResources("META-INF/org/apache/logging/log4j/core/config/plugins/Log4j2Plugins.dat"));
        assertThat(cache.getCategory("core").get("limitedperbundle").getClassName())
                .isEqualTo(LimitedAppender.class.getName());
    }

    private void write(String bundle, int times, long at) {
        for (int i = 0; i < times; i++) {
            appender.append(event(bundle, "line of " + bundle, null, at));
        }
    }

    private static LogEvent event(String bundle, String text, Throwable thrown, long at) {
        return Log4jLogEvent.newBuilder()
                .setLoggerName("any")
                .setLevel(Level.INFO)
                .setMessage(new SimpleMessage(text))
                .setThrown(thrown)
                .setContextData(ContextDataFactory.createContextData(Map.of("bundle.name", bundle)))
                .setTimeMillis(at)
                .build();
    }

    /** Keeps what would be written. */
    private static final class File extends AbstractAppender {
        final List<String> lines = new ArrayList<>();

        File() {
            super("File", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
        }
    }
}
