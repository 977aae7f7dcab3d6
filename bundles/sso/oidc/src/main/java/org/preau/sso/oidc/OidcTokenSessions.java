package org.preau.sso.oidc;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.api.signin.TokenSessions;

/** Who an access token with the scope {@code portal} stands for, at the portal's own API. Only clients with {@code api.access = true} get that scope. */
@Component
public final class OidcTokenSessions implements TokenSessions {
    private final SqlTokens tokens;
    private final Holders holders;

    /** Looks them up in these. */
    @Activate
    public OidcTokenSessions(@Reference SqlTokens tokens, @Reference PortalSessions sessions) {
        this.tokens = tokens;
        this.holders = new Holders(sessions);
    }

    @Override
    public Optional<PortalSession> byToken(String bearer) {
        return tokens.access(bearer)
                .filter(signIn -> signIn.scopes().contains("portal"))
                .flatMap(holders::of);
    }
}
