package org.preau.api.connector;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.signin.PortalSession;

/**
 * The one door by which anything about a user leaves: audience, toggles, category policy, audit. No protocol can go round it.
 *
 * @since 1.0
 */
@ProviderType
public interface ReleaseGate {
    /**
     * Decides what leaves, and audits it ({@code connector.release}).
     *
     * <p>Called once for a sign-in at a service; what it gave is kept for the protocol's later answers of that sign-in (user info, tokens renewed). In category 5 what was agreed to is in the first
     * release only, later ones hold the identifier alone (3113-5).
     *
     * @param destination the address it goes to, for the audit
     */
    ReleaseOutcome release(PortalSession session, Connector connector, String destination);

    /**
     * The page to send the browser to before anything can be released, if there is one: in which school (see {@link SchoolChoice}), or whether each attribute may leave. It leads on to {@code back}.
     * Every protocol asks this first, at a sign-in that the service begins as at one from the tile.
     *
     * @param back path and query of the portal where the protocol goes on
     */
    Optional<String> pageBefore(PortalSession session, Connector connector, String back);

    /**
     * Whether a service may be used in a school now: it is available, the school is in its audience, nobody has switched it off there. For what services do without a user in front of them.
     *
     * @param uai code of the school, as it left in a release
     */
    default boolean serves(Connector connector, String uai) {
        return false;
    }

    /**
     * The people of a school whom a service may list, for protocols that {@linkplain SsoProtocol#listsMembers list members}: those who have gone there themselves in the last year, still belong to the school in the profile
     * they went as, and, in category 5, still agree. Each as the category releases him at a further visit: his identifier and what is tied to no identity, never a name. Audited ({@code connector.members}).
     *
     * @param uai code of the school
     * @param page counted over all people of the school, so a page may hold fewer; there is a next one while it ends before the total
     * @return nothing when the service may not be used in that school now
     */
    default Optional<Page<Release>> members(Connector connector, String uai, PageRequest page) {
        return Optional.empty();
    }
}
