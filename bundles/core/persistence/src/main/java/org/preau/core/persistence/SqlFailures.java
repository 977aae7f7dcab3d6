package org.preau.core.persistence;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;

/** Turns what the database layers throw into the portal's own failures. */
final class SqlFailures {
    private SqlFailures() {}

    /** The database cannot be reached. */
    static PortalException unavailable(@Nullable Throwable cause) {
        return new PortalException(ErrorCode.UNAVAILABLE, "the database cannot be reached", cause);
    }

    /** What to throw for this failure: portal failures and faults of the caller's own as they are, database failures by their SQL state. */
    static RuntimeException translated(Throwable failure) {
        if (failure instanceof PortalException known) {
            return known;
        }
        if (cause(failure, OptimisticLockException.class) != null) {
            return new PortalException(ErrorCode.CONFLICT, "changed by somebody else meanwhile", failure);
        }
        SQLException sql = cause(failure, SQLException.class);
        if (sql != null) {
            return bySqlState(sql, failure);
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    /** Whether this failure says that the database is away. */
    static boolean isConnectionLost(Throwable failure) {
        SQLException sql = cause(failure, SQLException.class);
        return sql != null && codeOf(sql) == ErrorCode.UNAVAILABLE;
    }

    /** The first line of the message, for operators. */
    static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getName()
                : message.strip().lines().findFirst().orElse("");
    }

    private static PortalException bySqlState(SQLException sql, Throwable failure) {
        return switch (codeOf(sql)) {
            case UNAVAILABLE -> unavailable(failure);
            case CONFLICT ->
                new PortalException(ErrorCode.CONFLICT, "in conflict with what is there: " + state(sql), failure);
            default ->
                new PortalException(
                        ErrorCode.INTERNAL, "a statement failed: " + state(sql) + " " + sql.getMessage(), failure);
        };
    }

    private static ErrorCode codeOf(SQLException sql) {
        if (sql instanceof SQLTransientConnectionException) {
            return ErrorCode.UNAVAILABLE;
        }
        String state = state(sql);
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) {
            return ErrorCode.UNAVAILABLE;
        }
        return state.equals("23505") || state.startsWith("40") ? ErrorCode.CONFLICT : ErrorCode.INTERNAL;
    }

    private static String state(SQLException sql) {
        String state = sql.getSQLState();
        return state == null ? "" : state;
    }

    private static <E extends Throwable> @Nullable E cause(Throwable failure, Class<E> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
