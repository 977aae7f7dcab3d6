package org.preau.signin.agent;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preau.api.http.OutgoingCalls;

/** The portal as a client of the provider: code flow with PKCE, state and nonce; identity tokens signed by the provider's own keys with an algorithm that is one (RFC 9700). */
final class OidcClient {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.RS512);
    private static final int SKEW_SECONDS = 60;

    private final AgentConfig config;
    private final Provider provider;
    private final OutgoingCalls calls;
    private final URI redirect;

    OidcClient(AgentConfig config, Provider provider, OutgoingCalls calls, URI redirect) {
        this.config = config;
        this.provider = provider;
        this.calls = calls;
        this.redirect = redirect;
    }

    /** Where the browser is sent. */
    URI question(String state, Visit visit) throws RefusedException {
        AuthenticationRequest.Builder asked = new AuthenticationRequest.Builder(
                ResponseType.CODE, Scope.parse("openid " + config.scope()), new ClientID(config.client_id()), redirect);
        if (visit.provedAfter() != null) {
            asked.prompt(new Prompt(Prompt.Type.LOGIN)).maxAge(0);
        }
        return asked.endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(visit.nonce()))
                .codeChallenge(new CodeVerifier(visit.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Who it is.
     *
     * @param iss what the answer says about who answers (RFC 9207); null for nothing
     */
    Agent redeem(String code, @Nullable String iss, Visit visit) throws RefusedException {
        OIDCProviderMetadata metadata = provider.metadata();
        if (iss == null ? metadata.supportsAuthorizationResponseIssuerParam() : !iss.equals(config.issuer())) {
            throw new RefusedException("the answer is not the provider's: iss");
        }
        OIDCTokens tokens = tokens(metadata, code, visit);
        JWTClaimsSet identity = identity(tokens.getIDToken(), visit);
        Claims claims = Claims.of(identity);
        if (!claims.known() && metadata.getUserInfoEndpointURI() != null) {
            claims = userInfo(metadata.getUserInfoEndpointURI(), tokens, identity.getSubject());
        }
        return claims.agent(tokens.getIDTokenString());
    }

    /** Where the browser goes to end the session there too. */
    URI farewell(URI endSession, String proof, URI back) {
        try {
            return new LogoutRequest(
                            endSession,
                            JWTParser.parse(proof),
                            null,
                            new ClientID(config.client_id()),
                            back,
                            null,
                            null)
                    .toURI();
        } catch (java.text.ParseException e) {
            throw new IllegalStateException("an identity token that was accepted cannot be read", e);
        }
    }

    private OIDCTokens tokens(OIDCProviderMetadata metadata, String code, Visit visit) throws RefusedException {
        try {
            HTTPRequest message = new TokenRequest.Builder(
                            metadata.getTokenEndpointURI(),
                            authentication(metadata),
                            new AuthorizationCodeGrant(
                                    new AuthorizationCode(code), redirect, new CodeVerifier(visit.verifier())))
                    .build()
                    .toHTTPRequest();
            String authorization = message.getAuthorization();
            OutgoingCalls.Answer answer = calls.post(
                    metadata.getTokenEndpointURI(),
                    "application/x-www-form-urlencoded",
                    Objects.requireNonNullElse(message.getBody(), "").getBytes(StandardCharsets.UTF_8),
                    authorization == null
                            ? Map.of("Accept", "application/json")
                            : Map.of("Accept", "application/json", "Authorization", authorization));
            if (!answer.ok()) {
                throw new RefusedException("the provider refused the code: " + answer.status());
            }
            return OIDCTokenResponse.parse(JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8)))
                    .getOIDCTokens();
        } catch (IOException | ParseException e) {
            throw new RefusedException("no tokens from the provider", e);
        }
    }

    private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
        ClientID id = new ClientID(config.client_id());
        Secret secret = new Secret(config.client_secret());
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        return methods != null && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretPost(id, secret)
                : new ClientSecretBasic(id, secret);
    }

    private JWTClaimsSet identity(@Nullable JWT token, Visit visit) throws RefusedException {
        if (!(token instanceof SignedJWT signed)) {
            throw new RefusedException("the identity token is not signed");
        }
        JWKSet keys = provider.keys(signed.getHeader().getKeyID());
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(config.issuer()),
                new ClientID(config.client_id()),
                new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)),
                null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        try {
            validator.validate(signed, new Nonce(visit.nonce()));
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            requireParty(claims);
            requireAnew(claims, visit.provedAfter());
            return claims;
        } catch (BadJOSEException | JOSEException | java.text.ParseException e) {
            throw new RefusedException("the identity token is not accepted", e);
        }
    }

    /** A token for several clients, or one that names a party, was asked for by us (OpenID Connect Core 3.1.3.7, 4 and 5): the validator does not look. */
    private void requireParty(JWTClaimsSet claims) throws RefusedException, java.text.ParseException {
        String party = claims.getStringClaim("azp");
        if (party == null ? claims.getAudience().size() > 1 : !party.equals(config.client_id())) {
            throw new RefusedException("the identity token was issued to another client");
        }
    }

    /** The provider was told to ask the user even if it knew him ({@code prompt=login}, {@code max_age=0}): it says when it did, in seconds (OpenID Connect Core 2). */
    private static void requireAnew(JWTClaimsSet claims, @Nullable Instant least)
            throws RefusedException, java.text.ParseException {
        if (least == null) {
            return;
        }
        Long proved = claims.getLongClaim("auth_time");
        if (proved == null || Instant.ofEpochSecond(proved + SKEW_SECONDS).isBefore(least)) {
            throw new RefusedException("the user was to prove himself anew, and did not");
        }
    }

    private Claims userInfo(URI address, OIDCTokens tokens, String subject) throws RefusedException {
        try {
            OutgoingCalls.Answer answer = calls.get(
                    address,
                    Map.of(
                            "Accept",
                            "application/json",
                            "Authorization",
                            "Bearer " + tokens.getBearerAccessToken().getValue()));
            if (!answer.ok()) {
                throw new RefusedException("the provider tells nothing about the user: " + answer.status());
            }
            Map<String, Object> told = JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8));
            if (!subject.equals(told.get("sub"))) {
                throw new RefusedException("what the provider tells is about somebody else");
            }
            return Claims.of(told);
        } catch (IOException | ParseException e) {
            throw new RefusedException("the provider tells nothing about the user", e);
        }
    }
}
