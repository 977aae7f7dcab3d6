package org.preau.sso.oidc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preau.api.persistence.Rows;

/** The statement that ends sign-ins; from then on none of their tokens is good. */
final class SqlEnds {
    private SqlEnds() {}

    /**
     * Ends those that still run.
     *
     * @param which condition on the columns of {@code sso_oidc.sign_in}
     * @return the first of them
     */
    static Optional<SignIn> end(Connection connection, Instant now, String why, String which, Object... arguments)
            throws SQLException {
        return all(connection, now, why, which, arguments).stream().findFirst();
    }

    static List<SignIn> all(Connection connection, Instant now, String why, String which, Object... arguments)
            throws SQLException {
        List<@Nullable Object> bound = new ArrayList<>(List.of(now, why));
        bound.addAll(List.of(arguments));
        return Rows.list(
                connection,
                "update sso_oidc.sign_in s set ended = ?, end_reason = ? where ended is null and " + which
                        + " returning " + SignInRows.COLUMNS,
                SignInRows::read,
                bound.toArray());
    }
}
