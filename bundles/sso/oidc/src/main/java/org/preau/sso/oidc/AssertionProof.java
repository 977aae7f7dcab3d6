package org.preau.sso.oidc;

import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.oauth.ClientAssertion;

/** Checks a client's signed assertion (private_key_jwt; OpenID Connect Core, 9; RFC 7523): asymmetric algorithms only, for this issuer, short-lived, used once. */
@Component(service = AssertionProof.class)
public final class AssertionProof {
    private final ClientKeys keys;
    private final SqlTokens tokens;
    private final IdTokens idTokens;
    private final Clock clock;

    /** Checks by these. */
    @Activate
    public AssertionProof(
            @Reference ClientKeys keys,
            @Reference SqlTokens tokens,
            @Reference IdTokens idTokens,
            @Reference Clock clock) {
        this.keys = keys;
        this.tokens = tokens;
        this.idTokens = idTokens;
        this.clock = clock;
    }

    void check(Client client, SignedJWT assertion) throws Refusal {
        try {
            ClientAssertion.checkAlgorithm(assertion);
            ClientAssertion checked = ClientAssertion.checked(
                    assertion,
                    keys.of(client, assertion.getHeader().getKeyID()),
                    client.id(),
                    Set.of(idTokens.issuer(), idTokens.issuer() + "/token"),
                    clock.instant());
            if (!tokens.firstUse(client.connector().id(), checked.jti(), checked.until())) {
                throw Refusal.client("the assertion was used before");
            }
        } catch (ClientAssertion.RefusedException e) {
            throw Refusal.client(e.reason());
        }
    }
}
