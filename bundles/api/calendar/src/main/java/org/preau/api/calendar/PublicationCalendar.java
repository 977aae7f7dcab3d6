package org.preau.api.calendar;

import java.time.Instant;
import java.time.ZoneId;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Profile;

/**
 * When something may appear, and when a profile may use the portal: every publishing and every notification passes here (51A, tender chapter 5).
 *
 * @since 1.0
 */
@ProviderType
public interface PublicationCalendar {
    /**
     * When something meant to appear at {@code wanted} does appear: at once inside the publication hours, else at the next opening (by default 7:00 of the next working day
     * when asked for after 20:00, before 7:00 or at the week-end).
     *
     * @param urgent goes round the hours; the caller audits it
     */
    Instant publishAt(Instant wanted, boolean urgent);

    /** Whether that profile may use the portal at that time (pupils until 20:30 by default). */
    boolean open(Profile profile, Instant at);

    /** The academy's time zone, for showing times. */
    ZoneId zone();
}
