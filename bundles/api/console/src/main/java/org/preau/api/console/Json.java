package org.preau.api.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/** JSON of the command line: indented, times as text. */
final class Json {
    private static final List<Class<?>> AS_TEXT = List.of(
            Instant.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            Duration.class);

    private Json() {}

    /** A writer that no other call shares: Jackson keeps the classes it has met, and a bundle's must not outlive it. */
    static ObjectWriter writer() {
        SimpleModule times = new SimpleModule();
        AS_TEXT.forEach(type -> times.addSerializer(type, new ToStringSerializer(type)));
        return new ObjectMapper().registerModule(times).writerWithDefaultPrettyPrinter();
    }
}
