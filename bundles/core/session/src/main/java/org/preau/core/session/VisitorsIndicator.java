package org.preau.core.session;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.calendar.PublicationCalendar;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.statistics.Indicator;

/** How many accounts came to each school's portal. */
@Component
public final class VisitorsIndicator implements Indicator {
    private static final Texts TEXTS = Texts.of(VisitorsIndicator.class);
    private static final String COUNT =
            """
            select structure_id, count(distinct account_id) as value from session.portal_session where created >= ? and created < ? group by structure_id
            """;

    private final Tx tx;
    private final PublicationCalendar calendar;

    /** Made by the portal. */
    @Activate
    public VisitorsIndicator(
            @Reference(target = "(preau.unit=session)") Tx tx, @Reference PublicationCalendar calendar) {
        this.tx = tx;
        this.calendar = calendar;
    }

    @Override
    public String id() {
        return "accounts.active";
    }

    @Override
    public LocalizedText name() {
        return TEXTS.both("indicator.visitors");
    }

    @Override
    public LocalizedText explanation() {
        return TEXTS.both("indicator.visitors.how");
    }

    @Override
    public Map<UUID, Double> values(LocalDate day) {
        return tx.readSql(connection -> {
            Map<UUID, Double> values = new HashMap<>();
            Rows.list(
                    connection,
                    COUNT,
                    row -> {
                        values.put(Rows.uuid(row, "structure_id"), row.getDouble("value"));
                        return true;
                    },
                    day.atStartOfDay(calendar.zone()).toInstant(),
                    day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
            return values;
        });
    }
}
