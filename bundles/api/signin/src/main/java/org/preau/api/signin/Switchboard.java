package org.preau.api.signin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;

/**
 * What an academy does within seconds when accounts are stolen in numbers: each act is one call, takes effect on every node, asks for {@link #ACT} and is audited. An exercise touches nobody: it counts
 * what would be touched, and is audited as an exercise.
 *
 * <p>Acts on the whole portal (no structure given, counters) need {@link #ACT} on every academy. Failures are {@link org.preau.api.base.PortalException}: {@code FORBIDDEN}, {@code NOT_FOUND}.
 *
 * @since 1.0
 */
@ProviderType
public interface Switchboard {
    /** The action of acting on it. */
    String ACT = "security.switch";

    /**
     * Ends sessions, and what outlives them.
     *
     * @param structures these and all below; empty for the whole portal
     * @param profiles of these profiles only; empty for all
     * @return how many ended, or would have
     */
    int endSessions(Subject by, Set<UUID> structures, Set<Profile> profiles, boolean exercise);

    /** Takes the local passwords of a structure's people away (it and all below) and ends their sessions; they enter again by a new code or passphrase. Gives how many. */
    int forceNewPasswords(Subject by, UUID structureId, Set<Profile> profiles, boolean exercise);

    /** Closes a counter, and ends the sessions that were opened there; gives how many. */
    int closeCounter(Subject by, String counter, boolean exercise);

    /** Opens a closed counter again. */
    void openCounter(Subject by, String counter);

    /** The counters that are closed. */
    Set<String> closedCounters();

    /**
     * Suspends a connector on every node: nothing leaves for it, its tickets and tokens are good no more, its sign-ins are told to be over, and its page says so.
     *
     * @return how many sign-ins ended, or would have
     * @since 1.4
     */
    default int suspendConnector(Subject by, String connectorId, boolean exercise) {
        throw new UnsupportedOperationException();
    }

    /**
     * Lets users go to a suspended connector again.
     *
     * @since 1.4
     */
    default void resumeConnector(Subject by, String connectorId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Ids of the connectors that are suspended.
     *
     * @since 1.4
     */
    default Set<String> suspendedConnectors() {
        return Set.of();
    }

    /** What was noticed, the latest first. Asks for {@link #ACT} on every academy. */
    Page<Finding> findings(Subject by, PageRequest page);

    /** What was noticed about one account lately, the latest first. Asks for nothing: for the bundle that shows an account to who may see it. */
    List<Finding> findingsOf(UUID accountId);

    /**
     * Something that looks wrong.
     *
     * @param id identifier
     * @param kind {@code networks}: one account from two distant networks within minutes; {@code burst}: very many sign-ins of one account; {@code failures}: sign-ins of one account fail in numbers; {@code network_failures}: sign-ins
     *     from one network fail in numbers
     * @param accountId whose; null for what is about a network
     * @param network which network, see {@link ClientNetwork}; empty for what is about an account
     * @param count how often so far
     * @param at when last
     */
    record Finding(UUID id, String kind, @Nullable UUID accountId, String network, int count, Instant at) {}
}
