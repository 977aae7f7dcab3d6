package org.preau.api.authorisation;

/**
 * What became of a proposed grant.
 *
 * @since 1.0
 */
public enum ProposalState {
    /** Waits for somebody's decision. */
    PROPOSED,
    /** The grant was given. */
    ACCEPTED,
    /** It is not proposed again as long as the function stays. */
    REFUSED,
    /** The person has the function no more; if the grant had been given, it is to be looked at. */
    LAPSED
}
