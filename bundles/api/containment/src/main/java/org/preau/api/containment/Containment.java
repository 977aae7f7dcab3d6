package org.preau.api.containment;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stands between the portal and the code of plugins. Every part of the portal that calls a service of a plugin does so through this, with one line:
 *
 * <pre>{@code
 * @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
 * private volatile @Nullable Containment containment;
 *
 * Containment.orNone(containment).call(check, Door.CHECK, check::health);
 * }</pre>
 *
 * <p>Who owns a service is found by its class. Calls of the portal's own floors ({@code api}, {@code core}, {@code ui}) go straight through: nothing is allocated and no
 * lock taken. Plugins shipped with the portal are measured. Deployed ones are also limited: how many calls at once, how long each, how many may fail, how much processor and memory; who goes too far is
 * stopped for a while ({@link Quarantine}), and calls end with {@link StoppedPluginException}. Safe on any thread.
 *
 * @since 1.0
 */
@ProviderType
public interface Containment {
    /** Calls straight through: while the containment is away, and in tests. */
    Containment NONE = new Uncontained();

    /** What contains, or {@link #NONE} where nothing does. */
    static Containment orNone(@Nullable Containment known) {
        return known == null ? NONE : known;
    }

    /**
     * Calls a plugin. What it throws is thrown on as it is, and counts as its failure unless it is a {@code PortalException} that is not {@code INTERNAL}.
     *
     * @param part the service that is called, its class, or its bundle
     * @param door what kind of call this is
     * @param act the call; on another thread where {@link Door#isAside} says so
     * @return what the call gave
     * @throws StoppedPluginException without calling while the plugin is stopped or has too many calls running; or because it did not answer in time
     */
    <T extends @Nullable Object, E extends Exception> T call(Object part, Door door, Act<T, E> act) throws E;

    /**
     * The same for a call that gives nothing.
     *
     * @throws StoppedPluginException as {@link #call}
     */
    default <E extends Exception> void run(Object part, Door door, Deed<E> deed) throws E {
        Boolean unused = this.<Boolean, E>call(part, door, () -> {
            deed.run();
            return Boolean.TRUE;
        });
    }

    /** Counts a failure of a plugin that was caught somewhere below {@link #call}: a listener in an open view threw. */
    void failed(Object part, Throwable cause);

    /**
     * Counts something that a plugin does to the portal by itself: an event it publishes, a message it sends.
     *
     * @param part an object of the plugin, its class, or its bundle
     * @param what plural noun for the log: {@code events}
     * @param perMinute how many a minute are well; twice as many stop the plugin
     * @throws org.preau.api.base.PortalException {@code TOO_MANY} for each beyond
     */
    void count(Object part, String what, int perMinute);

    /** Whether it is a deployed plugin's, and so within limits. */
    boolean contains(Object part);

    /** Whether the plugin is stopped at the moment. */
    boolean stopped(Object part);

    /**
     * A call of a plugin.
     *
     * @param <T> what it gives
     * @param <E> what it throws
     */
    @FunctionalInterface
    interface Act<T extends @Nullable Object, E extends Exception> {
        /** Makes it. */
        T run() throws E;
    }

    /**
     * A call that gives nothing.
     *
     * @param <E> what it throws
     */
    @FunctionalInterface
    interface Deed<E extends Exception> {
        /** Makes it. */
        void run() throws E;
    }
}
