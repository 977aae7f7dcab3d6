package org.preau.api.connector;

/**
 * What came of asking what may leave.
 *
 * @since 1.0
 */
public sealed interface ReleaseOutcome {
    /**
     * It may leave; audited already.
     *
     * @param release what
     */
    record Released(Release release) implements ReleaseOutcome {}

    /** The user is not in the connector's audience, or it is switched off for him: shown as "not found". */
    record NotForUser() implements ReleaseOutcome {}

    /**
     * The connector cannot be used now.
     *
     * @param why for the log: the category's or the protocol's bundle is not there
     */
    record Unavailable(String why) implements ReleaseOutcome {}

    /**
     * Somebody must agree first (category 5), or has refused. Protocols ask {@link ReleaseGate#pageBefore} before they release, so they meet this only when the agreement went away meanwhile.
     *
     * @param page path of the portal's page that asks, or tells that it was refused
     */
    record ConsentNeeded(String page) implements ReleaseOutcome {}
}
