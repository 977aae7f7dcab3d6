package org.preau.sso.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ServiceVisits;
import org.preau.api.signin.PortalSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /sso/oidc/token}: a code or a refresh token for tokens (OpenID Connect Core, 3.1.3 and 12). */
final class TokenFlow {
    private static final Logger log = LoggerFactory.getLogger(TokenFlow.class);
    private static final String STEP = "token";
    private static final Set<GrantType> GRANTS = Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);

    private final ClientProof proof;
    private final SqlSignIns signIns;
    private final Holders holders;
    private final CodeIssue codes;
    private final IdTokens idTokens;
    private final ServiceVisits visits;
    private final Exchanges exchanges;
    private final Clock clock;

    TokenFlow(
            ClientProof proof,
            SqlSignIns signIns,
            Holders holders,
            CodeIssue codes,
            IdTokens idTokens,
            ServiceVisits visits,
            Exchanges exchanges,
            Clock clock) {
        this.proof = proof;
        this.signIns = signIns;
        this.holders = holders;
        this.codes = codes;
        this.idTokens = idTokens;
        this.visits = visits;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String connector = "";
        try {
            ClientProof.Call call = proof.read(request, "/token");
            Client client = proof.proven(call);
            connector = client.connector().id();
            Exchanged exchanged = exchange(client, grant(call));
            if (exchanged instanceof Exchanged.Refused refused) {
                refused.stolen()
                        .ifPresent(signIn -> log.warn(
                                "OpenID Connect: a code or refresh token of connector {} was brought twice, sign-in {} ended",
                                signIn.connector(),
                                signIn.id()));
                throw refused.refusal();
            }
            Exchanged.Given given = (Exchanged.Given) exchanged;
            exchanges.done(connector, STEP);
            JsonAnswers.write(response, tokens(client, given));
        } catch (Refusal e) {
            exchanges.refused(connector, STEP, e.code() + ": " + e.description());
            JsonAnswers.refuse(request, response, e);
        } catch (PortalException e) {
            if (e.code() != ErrorCode.UNAVAILABLE) {
                throw e;
            }
            exchanges.refused(connector, STEP, "a part of the portal is stopped, try again later");
            JsonAnswers.later(response);
        }
    }

    private static AuthorizationGrant grant(ClientProof.Call call) throws Refusal {
        try {
            AuthorizationGrant grant = AuthorizationGrant.parse(call.message().getBodyAsFormParameters());
            if (GRANTS.contains(grant.getType())) {
                return grant;
            }
        } catch (ParseException e) {
            String code = e.getErrorObject() == null
                    ? "invalid_request"
                    : e.getErrorObject().getCode();
            throw Refusal.of(
                    String.valueOf(code),
                    "grant_type is authorization_code with code, redirect_uri and code_verifier, or refresh_token with refresh_token");
        }
        throw Refusal.of("unsupported_grant_type", "grant_type is authorization_code or refresh_token");
    }

    private Exchanged exchange(Client client, AuthorizationGrant grant) {
        if (grant instanceof AuthorizationCodeGrant code) {
            return signIns.redeem(code.getAuthorizationCode().getValue(), signIn -> redeemed(client, code, signIn));
        }
        RefreshTokenGrant refresh = (RefreshTokenGrant) grant;
        return signIns.refresh(refresh.getRefreshToken().getValue(), signIn -> renewed(client, signIn));
    }

    private void redeemed(Client client, AuthorizationCodeGrant code, SignIn signIn) throws Refusal {
        PortalSession session = standing(client, signIn);
        if (code.getRedirectionURI() == null
                || !code.getRedirectionURI().toString().equals(signIn.redirectUri())) {
            throw Refusal.grant("redirect_uri is not that of the authorization request");
        }
        CodeVerifier verifier = code.getCodeVerifier();
        String challenge = signIn.challenge();
        if (challenge == null ? verifier != null : verifier == null) {
            throw Refusal.grant("code_verifier goes with code_challenge: both or none");
        }
        if (challenge != null && verifier != null && !Secrets.same(challenge, Secrets.challenge(verifier.getValue()))) {
            throw Refusal.grant("code_verifier is not that of code_challenge");
        }
        visits.note(
                session,
                client.connector(),
                Visits.handle(idTokens.sid(session.id(), client.connector().id()), signIn.sub()));
    }

    /** Whether anything may leave is asked again: the user may have left the school, or taken his agreement back. What left at the sign-in stays as it was. */
    private void renewed(Client client, SignIn signIn) throws Refusal {
        PortalSession session = standing(client, signIn);
        try {
            Optional<String> sub =
                    codes.release(session, client, signIn.redirectUri()).userId();
            if (!sub.equals(Optional.of(signIn.sub()))) {
                throw Refusal.grant("the user's identifier has changed, let him sign in again");
            }
        } catch (Refusal e) {
            if (e.code().equals("temporarily_unavailable")) {
                // Rolls everything back: the refresh token stays good for a second try.
                throw new PortalException(ErrorCode.UNAVAILABLE, e.description(), null);
            }
            throw Refusal.grant(e.description());
        }
    }

    private PortalSession standing(Client client, SignIn signIn) throws Refusal {
        if (!signIn.connector().equals(client.connector().id())) {
            throw Refusal.grant("it was issued to another client");
        }
        return holders.of(signIn).orElseThrow(() -> Refusal.grant("its user has signed out"));
    }

    private Map<String, Object> tokens(Client client, Exchanged.Given given) {
        Map<String, Object> tokens = new LinkedHashMap<>();
        tokens.put("access_token", given.access());
        tokens.put("token_type", "Bearer");
        tokens.put("expires_in", signIns.lives().access().toSeconds());
        tokens.put("refresh_token", given.refresh());
        tokens.put("scope", String.join(" ", given.signIn().scopes()));
        tokens.put("id_token", idToken(client, given));
        return tokens;
    }

    /** Holds no attribute: it comes back through the browser as {@code id_token_hint}. */
    private String idToken(Client client, Exchanged.Given given) {
        SignIn signIn = given.signIn();
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(idTokens.issuer())
                .subject(signIn.sub())
                .audience(client.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(signIns.lives().access())))
                .claim("auth_time", signIn.authTime().getEpochSecond())
                .claim("sid", idTokens.sid(signIn.sessionId(), signIn.connector()))
                .claim("at_hash", Secrets.half(given.access()));
        if (signIn.nonce() != null) {
            claims.claim("nonce", signIn.nonce());
        }
        return idTokens.sign(client, "JWT", claims.build());
    }
}
