package org.preau.sso.lti;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Ids;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.keys.Keys;
import org.preau.api.oauth.ForeignKeys;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/** The answer of a tool in which resources were picked (LTI Deep Linking 2.0): signed by the tool, for us, to a question of ours, once. It comes by a cross-site POST, so the question carries who asked. */
final class PickFlow {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int MOST = 50;
    private static final int LONGEST_TEXT = 1_000;

    private final ConnectorCatalogue catalogue;
    private final PortalSessions sessions;
    private final SqlLinks links;
    private final SqlGrades grades;
    private final ForeignKeys toolKeys;
    private final Keys keys;
    private final String issuer;
    private final Clock clock;

    PickFlow(
            ConnectorCatalogue catalogue,
            PortalSessions sessions,
            SqlLinks links,
            SqlGrades grades,
            ForeignKeys toolKeys,
            Keys keys,
            String issuer,
            Clock clock) {
        this.catalogue = catalogue;
        this.sessions = sessions;
        this.links = links;
        this.grades = grades;
        this.toolKeys = toolKeys;
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * What was picked.
     *
     * @param link the resource
     * @param lineItem what scores are given for with it; nothing where none are
     */
    record Picked(SqlLinks.Link link, Optional<LineItem> lineItem) {}

    String returnUrl() {
        return issuer + "/picked";
    }

    /** Who asks, from which tool, since when; signed. */
    String data(Tool tool, PortalSession session) {
        String plain = session.id() + "." + tool.connector().id() + "."
                + clock.instant().plus(LONGEST).getEpochSecond() + "." + Ids.next();
        return plain + "." + mac(plain);
    }

    /** Takes the answer; gives the connector's id. */
    String take(String jwt) throws LtiException {
        try {
            SignedJWT answer = SignedJWT.parse(jwt);
            JWTClaimsSet claims = answer.getJWTClaimsSet();
            String data = String.valueOf(claims.getStringClaim(LaunchToken.DEEP + "data"));
            String[] asked = asked(data);
            Tool tool =
                    catalogue.byId(asked[1]).flatMap(Tool::of).orElseThrow(() -> new LtiException("the tool is gone"));
            check(tool, answer, claims);
            PortalSession session = sessions.byId(UUID.fromString(asked[0]))
                    .orElseThrow(() -> new LtiException("the user has signed out meanwhile"));
            Instant expires = Instant.ofEpochSecond(Long.parseLong(asked[2]));
            if (!kept(session, tool, items(tool, session, claims), data, expires)) {
                throw new LtiException("this answer was used before");
            }
            return tool.connector().id();
        } catch (ParseException e) {
            throw new LtiException("the answer is no signed token");
        }
    }

    /** Resources with their line items, all or none. */
    private boolean kept(PortalSession by, Tool tool, List<Picked> picked, String answer, Instant expires)
            throws LtiException {
        SqlGrades.Place place =
                new SqlGrades.Place(tool.connector().id(), by.context().uai());
        List<LineItem> lineItems =
                picked.stream().flatMap(each -> each.lineItem().stream()).toList();
        if (!lineItems.isEmpty() && !grades.holds(place, lineItems.size())) {
            throw new LtiException("this tool has " + SqlGrades.MOST + " line items in this school, no more are kept");
        }
        List<SqlLinks.Link> resources = picked.stream().map(Picked::link).toList();
        return links.add(by, resources, answer, expires, () -> lineItems.forEach(item -> grades.add(place, item)));
    }

    private String[] asked(String data) throws LtiException {
        int last = data.lastIndexOf('.');
        String[] parts = data.split("\\.");
        boolean ours = parts.length == 5
                && MessageDigest.isEqual(
                        mac(data.substring(0, last)).getBytes(StandardCharsets.US_ASCII),
                        parts[4].getBytes(StandardCharsets.US_ASCII));
        if (!ours || Instant.ofEpochSecond(Long.parseLong(parts[2])).isBefore(clock.instant())) {
            throw new LtiException("data is not that of the question, or older than an hour");
        }
        return parts;
    }

    private void check(Tool tool, SignedJWT answer, JWTClaimsSet claims) throws LtiException, ParseException {
        Instant now = clock.instant();
        try {
            if (!ForeignKeys.signed(
                    answer,
                    toolKeys.at(
                            tool.jwksUrl().orElseThrow(() -> new LtiException("jwks.url is missing")),
                            answer.getHeader().getKeyID()))) {
                throw new LtiException("the answer is signed with none of the tool's keys");
            }
        } catch (IOException e) {
            throw new LtiException("the keys at jwks.url cannot be fetched");
        }
        if (!tool.clientId().equals(claims.getIssuer())
                || !claims.getAudience().equals(List.of(issuer))
                || !tool.deploymentId().equals(claims.getStringClaim(LaunchToken.CLAIM + "deployment_id"))
                || !"LtiDeepLinkingResponse".equals(claims.getStringClaim(LaunchToken.CLAIM + "message_type"))) {
            throw new LtiException(
                    "iss is the client.id, aud our issuer, deployment_id the tool's, message_type LtiDeepLinkingResponse");
        }
        if (claims.getExpirationTime() == null
                || claims.getExpirationTime().toInstant().plus(SKEW).isBefore(now)) {
            throw new LtiException("the answer is too old, or has no exp");
        }
    }

    private static List<Picked> items(Tool tool, PortalSession session, JWTClaimsSet claims) throws LtiException {
        List<Picked> picked = new ArrayList<>();
        Object items = claims.getClaim(LaunchToken.DEEP + "content_items");
        for (Object each : items instanceof List<?> list ? list : List.of()) {
            if (each instanceof Map<?, ?> item && "ltiResourceLink".equals(item.get("type"))) {
                SqlLinks.Link link = new SqlLinks.Link(
                        Ids.next(),
                        tool.connector().id(),
                        session.context().structureId(),
                        text(item.get("title"), tool.connector().name().fr()),
                        text(item.get("url"), tool.target()),
                        custom(item.get("custom")));
                picked.add(new Picked(link, lineItem(tool, link, item.get("lineItem"))));
            }
        }
        if (picked.size() > MOST) {
            throw new LtiException("at most " + MOST + " resources at once");
        }
        return picked;
    }

    /** What the tool will give scores for with that resource (Deep Linking 2.0, 4.4.1); of a tool that may give none it is not kept. */
    private static Optional<LineItem> lineItem(Tool tool, SqlLinks.Link link, @Nullable Object wanted)
            throws LtiException {
        if (!tool.takesGrades() || wanted == null) {
            return Optional.empty();
        }
        Map<String, Object> json = new TreeMap<>(Map.of("label", LineItem.label(link.title())));
        if (wanted instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value != null) {
                    json.put(String.valueOf(name), value);
                }
            });
        }
        json.put("resourceLinkId", link.id().toString());
        try {
            return Optional.of(LineItem.read(Ids.next(), json));
        } catch (ServiceRefusal e) {
            throw new LtiException("lineItem of " + link.title() + ": " + e.reason());
        }
    }

    private static Map<String, Object> custom(@Nullable Object value) {
        Map<String, Object> custom = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> custom.put(String.valueOf(name), String.valueOf(each)));
        }
        return custom;
    }

    private static String text(@Nullable Object value, String otherwise) {
        String text = value == null || value.toString().isBlank() ? otherwise : value.toString();
        return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    private String mac(String plain) {
        return HexFormat.of().formatHex(keys.hmac("sso.lti.pick", plain.getBytes(StandardCharsets.UTF_8)));
    }
}
