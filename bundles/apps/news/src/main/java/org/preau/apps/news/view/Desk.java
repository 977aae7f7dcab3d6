package org.preau.apps.news.view;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.apps.news.article.Audiences;
import org.preau.apps.news.article.Newsroom;
import org.preau.apps.news.article.Newsstand;
import org.preau.apps.news.article.ReadMarks;

/**
 * What every screen of the news works with.
 *
 * @param newsroom writes
 * @param newsstand reads
 * @param audiences who reads and writes what
 * @param marks what was read
 * @param calendar publication hours and time zone
 * @param clock the time
 */
@Component(service = Desk.class)
public record Desk(
        Newsroom newsroom,
        Newsstand newsstand,
        Audiences audiences,
        ReadMarks marks,
        PublicationCalendar calendar,
        Clock clock) {
    /** Made by the portal. */
    @Activate
    public Desk(
            @Reference Newsroom newsroom,
            @Reference Newsstand newsstand,
            @Reference Audiences audiences,
            @Reference ReadMarks marks,
            @Reference PublicationCalendar calendar,
            @Reference Clock clock) {
        this.newsroom = newsroom;
        this.newsstand = newsstand;
        this.audiences = audiences;
        this.marks = marks;
        this.calendar = calendar;
        this.clock = clock;
    }
}
