package org.preau.api.saml;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A message from another party, every check of it done.
 *
 * @since 1.0
 */
public sealed interface SamlRequest {
    /** The message's id. */
    String id();

    /** Who sends it. */
    String issuer();

    /**
     * Who is there?
     *
     * @param consumer where the answer goes: an address of the party's metadata, by POST
     * @param force whether the user must prove himself again
     * @param passive whether nothing may be asked of the user
     * @param nameIdFormat the format of name wished for; empty when any
     * @param contextOffered whether the way of signing in that it insists on, if it does, is the one that the portal tells of
     */
    record Authn(
            String id,
            String issuer,
            URI consumer,
            boolean force,
            boolean passive,
            String nameIdFormat,
            boolean contextOffered)
            implements SamlRequest {}

    /**
     * End the session.
     *
     * @param nameId whose
     * @param sessionIndexes which; all of his when empty
     */
    record Logout(String id, String issuer, String nameId, List<String> sessionIndexes) implements SamlRequest {}

    /**
     * The answer to our own logout request.
     *
     * @param inResponseTo id of that request
     * @param success whether it worked
     */
    record LogoutDone(String id, String issuer, Optional<String> inResponseTo, boolean success)
            implements SamlRequest {}
}
