package org.preau.core.directory;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Page;
import org.preau.api.directory.PersonView;
import org.preau.api.persistence.Rows;

/** One page of people that a query found. */
public final class FoundPeople {
    private FoundPeople() {}

    private record Found(UUID id, long total) {}

    /**
     * Runs a query that gives {@code id} and {@code total}, and reads what may be shown of these people.
     *
     * @param within the structure asked about
     */
    public static Page<PersonView> page(
            Connection connection, Sight sight, String sql, List<@Nullable Object> parameters, @Nullable UUID within)
            throws SQLException {
        List<Found> found = Rows.list(
                connection, sql, row -> new Found(Rows.uuid(row, "id"), row.getLong("total")), parameters.toArray());
        List<UUID> ids = found.stream().map(Found::id).toList();
        long total = found.isEmpty() ? 0 : found.get(0).total();
        return new Page<>(PersonViews.of(connection, sight, ids, within), total);
    }
}
