package org.preau.api.console;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One command of the operator's command line, {@code preau:<name>}. Register it as a service: it can be used as long as the service is there.
 *
 * <p>Exit statuses: {@value #OK} done, {@value #FAILED} failed, {@value #MISUSED} wrong words on the line (the console says which), and what a command documents beyond these.
 *
 * <pre>{@code
 * @Component
 * public final class NotesCountCommand implements PortalCommand {
 *     public CommandSpec spec() { return CommandSpec.of("notes-count", "Counts the notes").flag("json", "prints JSON"); }
 *     public int run(CommandCall call) {
 *         call.out().println(store.count());
 *         return OK;
 *     }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface PortalCommand {
    /** Done. */
    int OK = 0;

    /** Failed; standard error says why. */
    int FAILED = 1;

    /** The line does not fit the command. */
    int MISUSED = 2;

    /** Name, purpose and words of the command; the same at each call. */
    CommandSpec spec();

    /**
     * Runs the command once, on a thread of the console, as long as it takes; may run several times at once.
     *
     * <p>A {@code PortalException} is shown as its message, anything else as a fault with a reference; both end with {@value #FAILED}.
     *
     * @return the exit status
     */
    int run(CommandCall call) throws Exception;
}
