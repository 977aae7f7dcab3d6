package org.preau.core.feed.step;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;

/** Tells what went away for a while from what went wrong. */
final class Faults {
    private Faults() {}

    /** Whether the database, or a part of the portal, was away: the step is begun again when it is back. */
    static boolean passing(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof PortalException portal && portal.code() == ErrorCode.UNAVAILABLE) {
                return true;
            }
            if (each instanceof SQLException sql && passing(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Classes of SQLSTATE: 08 connection, 57P server stopped, 40 serialisation or deadlock. */
    private static boolean passing(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("40"));
    }
}
