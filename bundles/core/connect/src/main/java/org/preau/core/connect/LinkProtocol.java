package org.preau.core.connect;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.preau.api.connector.Connector;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.signin.PortalSession;

/** The protocol {@code link}: a plain link. Nothing about the user leaves, not even the page he comes from. */
@Component
public final class LinkProtocol implements SsoProtocol {
    /** Its name in connector files. */
    public static final String NAME = "link";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void launch(
            HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", connector.launchUrl().toASCIIString());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
}
