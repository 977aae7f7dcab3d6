package org.preau.api.base;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Receives events of one type, on every node, after commit, on a thread of the portal's (never the request's). Register it as a service; it comes and
 * goes with its bundle.
 *
 * <pre>{@code
 * @Component(service = PortalEventListener.class)
 * public final class NotesOfClosedAccounts implements PortalEventListener<AccountStateChanged> {
 *     public Class<AccountStateChanged> type() { return AccountStateChanged.class; }
 *     public void on(AccountStateChanged event) { jobs.schedule("notes.archive", event.accountId().toString(), clock.instant()); }
 * }
 * }</pre>
 *
 * @param <E> the events it receives
 * @since 1.0
 */
@ConsumerType
public interface PortalEventListener<E extends PortalEvent> {
    /** The class of the events it receives. */
    Class<E> type();

    /** Told of one event; at least once, in no guaranteed order. Must return quickly; what it throws is logged. */
    void on(E event);
}
