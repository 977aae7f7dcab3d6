package org.preau.sso.lti;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.connector.Release;
import org.preau.api.oauth.SignedTokens;

/** The token of a launch: what the category releases, as LTI 1.3 writes it; what is not released is not there. */
final class LaunchToken {
    static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    static final String DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    static final String MEMBERS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    static final String GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Map<String, String> STANDARD = Map.of(
            "ENTPersonNom", "family_name",
            "ENTPersonPrenom", "given_name",
            "ENTPersonMail", "email");

    private final SignedTokens tokens;
    private final String issuer;
    private final String services;

    LaunchToken(SignedTokens tokens, String issuer, String services) {
        this.tokens = tokens;
        this.issuer = issuer;
        this.services = services;
    }

    /** A launch of a resource. */
    String launch(Tool tool, Release release, String nonce, Instant now, Resource resource) {
        JWTClaimsSet.Builder claims = common(tool, release, nonce, now)
                .claim(CLAIM + "message_type", "LtiResourceLinkRequest")
                .claim(CLAIM + "target_link_uri", resource.url())
                .claim(CLAIM + "resource_link", Map.of("id", resource.id(), "title", resource.title()));
        uai(release).ifPresent(uai -> services(tool, uai, resource, claims));
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
                                        "accept_lineitem",
                                        tool.takesGrades(),
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
     * @param lineItem the one line item that goes with it
     */
    record Resource(String id, String title, String url, Map<String, Object> custom, Optional<UUID> lineItem) {}

    /** The school that left. */
    static Optional<String> uai(Release release) {
        return release.attributes().getOrDefault("ENTPersonStructRattachUAI", List.of()).stream()
                .findFirst();
    }

    /** Where the tool's server calls about this school (NRPS 2.0, 2.4; AGS 2.0, 4.1). */
    private void services(Tool tool, String uai, Resource resource, JWTClaimsSet.Builder claims) {
        String place = "/" + tool.connector().id() + "/" + uai;
        if (tool.listsMembers()) {
            claims.claim(
                    MEMBERS,
                    Map.of(
                            "context_memberships_url",
                            services + "/members" + place,
                            "service_versions",
                            List.of("2.0")));
        }
        if (tool.takesGrades()) {
            String items = services + "/lineitems" + place;
            Map<String, Object> endpoint = new LinkedHashMap<>();
            endpoint.put("scope", ServiceScope.grades());
            endpoint.put("lineitems", items);
            resource.lineItem().ifPresent(item -> endpoint.put("lineitem", items + "/" + item));
            claims.claim(GRADES, endpoint);
        }
    }

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
        uai(release)
                .ifPresent(uai -> claims.put(
                        CLAIM + "context",
                        Map.of("id", uai, "type", List.of("http://purl.imsglobal.org/vocab/lis/v2/course#Group"))));
        return claims;
    }
}
