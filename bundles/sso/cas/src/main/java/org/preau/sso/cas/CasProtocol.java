package org.preau.sso.cas;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.preau.api.connector.Connector;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.signin.PortalSession;

/** The protocol {@code cas}: the tile leads to the service, which sends the browser to {@code /sso/cas/login}. */
@Component
public final class CasProtocol implements SsoProtocol {
    /** Its name in connector files. */
    public static final String NAME = "cas";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> problems(Connector connector) {
        return connector.services().isEmpty()
                ? List.of("service.urls is missing: write where tickets may go, such as https://service.example/path/*")
                : List.of();
    }

    @Override
    public void launch(
            HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
        Redirects.away(response, connector.launchUrl().toASCIIString());
    }
}
