package org.preau.sso.lti;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.preau.api.connector.Release;
import org.preau.api.oauth.SignedTokens;

/** The token of a launch: what the category releases, as LTI 1.3 writes it; what is not released is not there. */
final class LaunchToken {
    static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    static final String DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Map<String, String> STANDARD = Map.of(
            "ENTPersonNom", "family_name",
            "ENTPersonPrenom", "given_name",
            "ENTPersonMail", "email");

    private final SignedTokens tokens;
    private final String issuer;

    LaunchToken(SignedTokens tokens, String issuer) {
        this.tokens = tokens;
        this.issuer = issuer;
    }

    /** A launch of a resource. */
    String launch(Tool tool, Release release, String nonce, Instant now, Resource resource) {
        JWTClaimsSet.Builder claims = common(tool, release, nonce, now)
                .claim(CLAIM + "message_type", "LtiResourceLinkRequest")
                .claim(CLAIM + "target_link_uri", resource.url())
                .claim(CLAIM + "resource_link", Map.of("id", resource.id(), "title", resource.title()));
        if (!resource.custom().isEmpty()) {
            claims.claim(CLAIM + "custom", resource.custom());
        }
        return tokens.sign("JWT", claims.build());
    }

    /** A launch in which resources are picked (LTI Deep Linking 2.0). */
    String pick(Tool tool, Release release, String nonce, Instant now, String returnUrl, String data) {
        return tokens.sign(
                "JWT",
                common(tool, release, nonce, now)
                        .claim(CLAIM + "message_type", "LtiDeepLinkingRequest")
                        .claim(CLAIM + "target_link_uri", tool.target())
                        .claim(
                                DEEP + "deep_linking_settings",
                                Map.of(
                                        "deep_link_return_url",
                                        returnUrl,
                                        "accept_types",
                                        List.of("ltiResourceLink"),
                                        "accept_presentation_document_targets",
                                        List.of("window"),
                                        "accept_multiple",
                                        true,
                                        "data",
                                        data))
                        .build());
    }

    /**
     * What is launched.
     *
     * @param id its id towards the tool
     * @param title its title
     * @param url its address
     * @param custom parameters that the tool gave it
     */
    record Resource(String id, String title, String url, Map<String, Object> custom) {}

    private JWTClaimsSet.Builder common(Tool tool, Release release, String nonce, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(tool.clientId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .claim("nonce", nonce)
                .claim(CLAIM + "version", "1.3.0")
                .claim(CLAIM + "deployment_id", tool.deploymentId());
        aboutUser(release).forEach(claims::claim);
        return claims;
    }

    /** The claims that say something of the user. */
    static Map<String, Object> aboutUser(Release release) {
        Map<String, List<String>> attributes = release.attributes();
        Map<String, Object> claims = new LinkedHashMap<>();
        release.userId().ifPresent(id -> claims.put("sub", id));
        claims.put(CLAIM + "roles", Roles.of(attributes.getOrDefault("ENTPersonProfils", List.of())));
        STANDARD.forEach((sdet, claim) -> attributes.getOrDefault(sdet, List.of()).stream()
                .findFirst()
                .ifPresent(value -> claims.put(claim, value)));
        attributes.getOrDefault("ENTPersonStructRattachUAI", List.of()).stream()
                .findFirst()
                .ifPresent(uai -> claims.put(
                        CLAIM + "context",
                        Map.of("id", uai, "type", List.of("http://purl.imsglobal.org/vocab/lis/v2/course#Group"))));
        return claims;
    }
}
