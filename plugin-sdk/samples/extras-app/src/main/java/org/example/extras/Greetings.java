package org.example.extras;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;

/** Counts the greetings of each school and day, and nothing about who greeted. */
@Component(service = Greetings.class)
public final class Greetings {
    private final Tx tx;
    private final PublicationCalendar calendar;
    private final Clock clock;
    private volatile boolean counting = true;

    /** Made by the portal once the schema is there. */
    @Activate
    public Greetings(
            @Reference(target = ExtrasUnit.TARGET) Tx tx,
            @Reference PublicationCalendar calendar,
            @Reference Clock clock) {
        this.tx = tx;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Today, in the academy's time zone. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }

    /** One greeting more. */
    void greet(UUID schoolId) {
        try {
            tx.writeSql(connection -> Rows.update(
                    connection,
                    "insert into extras_app.greeting as g (school_id, day, times) values (?, ?, 1)"
                            + " on conflict (day, school_id) do update set times = g.times + 1",
                    schoolId,
                    today()));
            counting = true;
        } catch (RuntimeException failure) {
            counting = false;
            throw failure;
        }
    }

    /** Whether the last greeting could be counted. */
    boolean counting() {
        return counting;
    }

    /** The greetings of a day, by school; schools without any are left out. */
    Map<UUID, Double> of(LocalDate day) {
        Map<UUID, Double> times = new HashMap<>();
        tx.readSql(connection -> Rows.list(
                connection,
                "select school_id, times from extras_app.greeting where day = ?",
                row -> times.put(Rows.uuid(row, "school_id"), row.getDouble("times")),
                day));
        return times;
    }

    /** Forgets the days before. */
    int forgetBefore(LocalDate day) {
        return tx.writeSql(connection -> Rows.update(connection, "delete from extras_app.greeting where day < ?", day));
    }
}
