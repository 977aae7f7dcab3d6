package org.preau.sso.cas;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Release;
import org.preau.api.connector.ServiceVisits.Visit;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.http.PublicAddress;
import org.preau.api.signin.PortalSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The protocol {@code cas}: the tile leads to the service, which sends the browser to {@code /sso/cas/login}. */
@Component
public final class CasProtocol implements SsoProtocol {
    /** Its name in connector files. */
    public static final String NAME = "cas";

    private static final String PROXY_ALLOWED = "proxy.allowed";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int FIRST_ERROR = 400;
    private static final Logger log = LoggerFactory.getLogger(CasProtocol.class);

    private final OutgoingCalls calls;
    private final PublicAddress address;
    private final Clock clock;

    /** Calls services by these calls. */
    @Activate
    public CasProtocol(@Reference OutgoingCalls calls, @Reference PublicAddress address, @Reference Clock clock) {
        this.calls = calls;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> settings() {
        return Set.of(PROXY_ALLOWED, AttributeNames.KEY);
    }

    @Override
    public List<String> problems(Connector connector) {
        List<String> problems = new ArrayList<>(AttributeNames.problems(connector));
        if (connector.services().isEmpty()) {
            problems.add("service.urls is missing: write where tickets may go, such as https://service.example/path/*");
        }
        connector
                .setting(PROXY_ALLOWED)
                .filter(value -> !value.matches("true|false"))
                .ifPresent(value -> problems.add(PROXY_ALLOWED + ": " + value + "; write true or false"));
        return problems;
    }

    @Override
    public Map<String, String> endpoints(Connector connector) {
        Map<String, String> endpoints = new LinkedHashMap<>();
        endpoints.put("CAS server URL prefix", address.absolute("/sso/cas"));
        for (String path : List.of("login", "logout", "p3/serviceValidate", "serviceValidate", "samlValidate")) {
            endpoints.put(path, address.absolute("/sso/cas/" + path));
        }
        if (allowsProxy(connector)) {
            endpoints.put("p3/proxyValidate", address.absolute("/sso/cas/p3/proxyValidate"));
            endpoints.put("proxy", address.absolute("/sso/cas/proxy"));
        }
        return endpoints;
    }

    @Override
    public Map<String, String> rehearse(Connector connector, Release release) {
        Map<String, String> told = new LinkedHashMap<>();
        release.userId().ifPresent(id -> told.put("cas:user", id));
        AttributeNames.of(connector)
                .with(release.attributes())
                .forEach((name, values) -> told.put("cas:" + name, String.join(", ", values)));
        return told;
    }

    @Override
    public void launch(
            HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
        Redirects.away(response, connector.launchUrl().toASCIIString());
    }

    /** The service is told at the address its ticket was issued for, or at {@code logout.url}; a redirect counts as an answer: many send the request on to their sign-in once they have obeyed. */
    @Override
    public LogoutAnswer logout(Visit visit) {
        ServiceHandle handle = ServiceHandle.read(visit.handle());
        Connector connector = visit.connector();
        URI told = connector.logoutUrl().orElse(handle.address());
        if (connector.logoutUrl().isEmpty() && !connector.accepts(told.toString())) {
            return LogoutAnswer.FAILED;
        }
        String body = "logoutRequest=" + Redirects.encoded(LogoutMessage.of(handle.ticket(), clock));
        try {
            int status = calls.post(told, FORM, body.getBytes(StandardCharsets.US_ASCII), Map.of())
                    .status();
            return status < FIRST_ERROR ? LogoutAnswer.DONE : LogoutAnswer.FAILED;
        } catch (IOException e) {
            log.info("CAS: connector {} was not told of a sign-out: {}", connector.id(), e.getMessage());
            return LogoutAnswer.FAILED;
        }
    }

    /** Whether the service may act for its users at others. */
    static boolean allowsProxy(Connector connector) {
        return connector.setting(PROXY_ALLOWED).filter("true"::equals).isPresent();
    }
}
