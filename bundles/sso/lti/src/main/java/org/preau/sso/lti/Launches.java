package org.preau.sso.lti;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.http.PublicAddress;
import org.preau.api.keys.Keys;
import org.preau.api.signin.PortalSession;

/** Begins launches: sends the browser to the tool's login, which comes back to {@code /sso/lti/authorize} (LTI 1.3, 4.1; third-party initiated login). */
@Component(service = Launches.class)
public final class Launches {
    /** The message of a launch from the tile. */
    static final String TILE = "tile";

    /** The message of a launch in which resources are picked. */
    static final String PICK = "pick";

    private final Keys keys;
    private final PublicAddress address;

    /** Made by the portal. */
    @Activate
    public Launches(@Reference Keys keys, @Reference PublicAddress address) {
        this.keys = keys;
        this.address = address;
    }

    /** The platform's name towards tools. */
    String issuer() {
        return address.absolute(LtiEndpoint.PATH);
    }

    /** Where tools' servers call. */
    String services() {
        return address.absolute(LtiServicesEndpoint.PATH);
    }

    void begin(HttpServletResponse response, Tool tool, PortalSession session, String message, String target) {
        String login = tool.loginUri();
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Location",
                login + (login.indexOf('?') < 0 ? "?" : "&") + "iss=" + encoded(issuer()) + "&login_hint="
                        + hint(tool, session, message) + "&target_link_uri=" + encoded(target) + "&lti_message_hint="
                        + encoded(message) + "&client_id=" + encoded(tool.clientId()) + "&lti_deployment_id="
                        + encoded(tool.deploymentId()));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    /** Whether this session began a launch of this tool with this message: a tool cannot launch for somebody by itself, nor swap users or resources. */
    boolean began(Tool tool, PortalSession session, String message, String hint) {
        return MessageDigest.isEqual(
                hint.getBytes(StandardCharsets.UTF_8),
                hint(tool, session, message).getBytes(StandardCharsets.UTF_8));
    }

    private String hint(Tool tool, PortalSession session, String message) {
        String of = session.id() + "|" + tool.connector().id() + "|" + message;
        return HexFormat.of().formatHex(keys.hmac("sso.lti.login", of.getBytes(StandardCharsets.UTF_8)));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
