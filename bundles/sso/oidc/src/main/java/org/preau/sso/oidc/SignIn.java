package org.preau.sso.oidc;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.signin.PortalSession;

/**
 * A sign-in of a user at a service: what was decided, and audited, when its code was issued or its tokens renewed.
 *
 * @param id identifier
 * @param connector id of the connector
 * @param redirectUri where its code went
 * @param challenge PKCE challenge (S256)
 * @param nonce the service's nonce
 * @param sessionId the portal session it comes from
 * @param accountId whose
 * @param sub the user's identifier at the service
 * @param claims what else leaves
 * @param scopes what was granted
 * @param authTime when the user signed in to the portal
 * @param device for a device that stays signed in, what it is; else null
 * @param holder for a device, the user as he was when he signed in there; else null
 */
record SignIn(
        UUID id,
        String connector,
        String redirectUri,
        @Nullable String challenge,
        @Nullable String nonce,
        UUID sessionId,
        UUID accountId,
        String sub,
        Map<String, Object> claims,
        Set<String> scopes,
        Instant authTime,
        @Nullable String device,
        @Nullable PortalSession holder) {
    SignIn {
        claims = Map.copyOf(claims);
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "SignIn[" + id + ", " + connector + "]";
    }
}
