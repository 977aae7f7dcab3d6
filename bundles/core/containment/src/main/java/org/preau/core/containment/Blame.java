package org.preau.core.containment;

import java.io.IOException;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;

/** Whose fault a failure is. */
final class Blame {
    private Blame() {}

    /** Whether it counts against the plugin: what tells a user something, a database that is away and a browser that left do not. */
    static boolean isPlugins(Throwable failure) {
        if (failure instanceof PortalException known) {
            return known.code() == ErrorCode.INTERNAL;
        }
        return !(failure instanceof IOException);
    }

    /** Where a call is at the moment, for the log. */
    static Throwable trace(RunningCall call) {
        LateCall late = new LateCall(call.door() + " on " + call.thread().getName() + " is here");
        late.setStackTrace(call.thread().getStackTrace());
        return late;
    }

    /** Carries the stack of a call that is late. */
    static final class LateCall extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LateCall(String message) {
            super(message);
        }
    }
}
