package org.preau.sso.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.ServicePattern;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.signin.PortalSession;

/** The protocol {@code lti}: the tile begins an LTI 1.3 launch of the tool. */
@Component
public final class LtiProtocol implements SsoProtocol {
    /** Its name in connector files. */
    public static final String NAME = "lti";

    private static final Set<String> KEYS = Set.of(
            "client.id",
            "deployment.id",
            "redirect.uris",
            "jwks.url",
            "initiate.login.uri",
            "members.listed",
            "grades.taken");

    private final Launches launches;

    /** Begins launches by these. */
    @Activate
    public LtiProtocol(@Reference Launches launches) {
        this.launches = launches;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> settings() {
        return KEYS;
    }

    @Override
    public List<String> problems(Connector connector) {
        List<String> problems = new ArrayList<>();
        for (String key : List.of("client.id", "deployment.id", "redirect.uris")) {
            if (connector.setting(key).isEmpty()) {
                problems.add(key + " is missing: write what the tool was registered with");
            }
        }
        Tool.of(connector).ifPresent(tool -> tool.redirects().forEach(each -> check("redirect.uris", each, problems)));
        for (String key : List.of("jwks.url", "initiate.login.uri")) {
            connector.setting(key).ifPresent(each -> check(key, each, problems));
        }
        for (String flag : List.of("members.listed", "grades.taken")) {
            connector.setting(flag).ifPresent(value -> flag(flag, value, connector, problems));
        }
        return List.copyOf(problems);
    }

    @Override
    public boolean listsMembers(Connector connector) {
        return Tool.of(connector).filter(Tool::listsMembers).isPresent();
    }

    @Override
    public Map<String, String> endpoints(Connector connector) {
        String issuer = launches.issuer();
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("configuration", issuer + "/.well-known/openid-configuration");
        endpoints.put("platform id (issuer)", issuer);
        endpoints.put("authentication request URL", issuer + "/authorize");
        endpoints.put("public keyset URL", issuer + "/jwks");
        Tool.of(connector).ifPresent(tool -> {
            endpoints.put("client id", tool.clientId());
            endpoints.put("deployment id", tool.deploymentId());
        });
        return endpoints;
    }

    /** A tool may have several deployments, each a connector of its own (LTI 1.3, 3.1.3). */
    @Override
    public Optional<String> serviceName(Connector connector) {
        return Tool.of(connector).map(tool -> tool.clientId() + " " + tool.deploymentId());
    }

    @Override
    public Map<String, String> rehearse(Connector connector, Release release) {
        Map<String, String> told = new LinkedHashMap<>();
        LaunchToken.aboutUser(release).forEach((claim, value) -> told.put(claim, written(value)));
        return told;
    }

    private static String written(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value instanceof Map<?, ?> parts ? "id " + parts.get("id") : String.valueOf(value);
    }

    @Override
    public boolean accepts(Connector connector, String destination) {
        return Tool.of(connector)
                .filter(tool -> tool.redirects().contains(destination))
                .isPresent();
    }

    @Override
    public void launch(
            HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
        Tool tool = Tool.of(connector).orElseThrow();
        launches.begin(response, tool, session, Launches.TILE, tool.target());
    }

    private static void flag(String key, String value, Connector connector, List<String> problems) {
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(key + " = " + value + ": write true or false");
        } else if (value.equals("true") && connector.setting("jwks.url").isEmpty()) {
            problems.add("jwks.url is missing: the tool proves who it is by its keys before " + key + " counts");
        }
    }

    private static void check(String key, String address, List<String> problems) {
        try {
            ServicePattern.parse(address.split("\\?", 2)[0]);
        } catch (IllegalArgumentException e) {
            problems.add(key + ": " + address + " is no https address (http for loopback hosts only)");
        }
    }
}
