package org.preau.sso.lti;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.preau.api.connector.Connector;

/**
 * A connector as an LTI tool.
 *
 * @param connector the connector
 * @param clientId its {@code client.id}
 * @param deploymentId its {@code deployment.id}
 */
record Tool(Connector connector, String clientId, String deploymentId) {
    private static final Pattern COMMA = Pattern.compile("[,\\s]+");

    static Optional<Tool> of(Connector connector) {
        return connector.protocol().equals(LtiProtocol.NAME)
                ? connector.setting("client.id").flatMap(id -> connector
                        .setting("deployment.id")
                        .map(deployment -> new Tool(connector, id, deployment)))
                : Optional.empty();
    }

    /** Where launches may be posted, compared to the letter. */
    List<String> redirects() {
        return connector
                .setting("redirect.uris")
                .map(text -> COMMA.splitAsStream(text)
                        .filter(each -> !each.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** Where a launch begins (third-party initiated login): {@code initiate.login.uri}, else {@code launch.url}. */
    String loginUri() {
        return connector
                .setting("initiate.login.uri")
                .orElse(connector.launchUrl().toString());
    }

    /** What is launched from the tile: {@code launch.url} where the login has its own address, else the first of {@code redirect.uris}. */
    String target() {
        return connector.setting("initiate.login.uri").isPresent()
                ? connector.launchUrl().toString()
                : redirects().get(0);
    }

    /** The tool's keys, for what it signs. */
    Optional<URI> jwksUrl() {
        return connector.setting("jwks.url").map(URI::create);
    }

    /** Whether it may list the members of a school; the file says so. */
    boolean listsMembers() {
        return connector.setting("members.listed").filter("true"::equals).isPresent();
    }

    /** Whether it may write scores; the file says so. */
    boolean takesGrades() {
        return connector.setting("grades.taken").filter("true"::equals).isPresent();
    }
}
