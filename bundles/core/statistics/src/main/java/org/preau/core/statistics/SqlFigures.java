package org.preau.core.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.persistence.Rows;
import org.preau.api.persistence.Tx;
import org.preau.api.statistics.Statistics.DayValue;

/** The figures, in the schema {@code statistics}; knows no rule. */
@Component(service = SqlFigures.class)
public final class SqlFigures {
    private static final String SUMS =
            """
            select day, sum(value) as value from statistics.figure
             where indicator = ? and structure_id = any (?::uuid[]) and day between ? and ? group by day order by day
            """;

    private final Tx tx;

    /** Keeps them in that unit. */
    @Activate
    public SqlFigures(@Reference(target = StatisticsUnit.TARGET) Tx tx) {
        this.tx = tx;
    }

    /** Keeps the values of a day in place of those before. */
    void keep(String indicator, LocalDate day, Map<UUID, Double> values) {
        List<@Nullable Object[]> rows = values.entrySet().stream()
                .map(each -> new @Nullable Object[] {indicator, day, each.getKey(), each.getValue()})
                .toList();
        tx.writeSql(connection -> {
            Rows.update(connection, "delete from statistics.figure where indicator = ? and day = ?", indicator, day);
            Rows.batch(
                    connection,
                    "insert into statistics.figure (indicator, day, structure_id, value) values (?, ?, ?, ?)",
                    rows);
            return true;
        });
    }

    /** The sum over these structures, for each day that has any. */
    List<DayValue> sums(String indicator, Collection<UUID> structures, LocalDate from, LocalDate to) {
        return tx.readSql(connection -> Rows.list(
                connection,
                SUMS,
                row -> new DayValue(row.getObject("day", LocalDate.class), row.getDouble("value")),
                indicator,
                structures,
                from,
                to));
    }
}
