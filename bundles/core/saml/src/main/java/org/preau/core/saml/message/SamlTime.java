package org.preau.core.saml.message;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TimeZone;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Times in messages; always UTC. */
final class SamlTime {
    /** How far another machine's clock may be off. */
    static final Duration SKEW = Duration.ofSeconds(60);

    private static final DatatypeFactory FACTORY = DatatypeFactory.newDefaultInstance();
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private SamlTime() {}

    static XMLGregorianCalendar of(Instant instant) {
        return FACTORY.newXMLGregorianCalendar(
                instant.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    static Optional<Instant> read(@Nullable XMLGregorianCalendar time) {
        return Optional.ofNullable(time)
                .map(written -> written.toGregorianCalendar(UTC, null, null).toInstant());
    }

    /** Whether that end lies behind us, the other clock's error allowed. */
    static boolean over(Instant end, Instant now) {
        return !now.minus(SKEW).isBefore(end);
    }

    /** Whether that beginning still lies ahead, the other clock's error allowed. */
    static boolean early(Instant begin, Instant now) {
        return now.plus(SKEW).isBefore(begin);
    }
}
