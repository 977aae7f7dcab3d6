package org.preau.core.connect.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.preau.api.connector.Connector;
import org.preau.api.connector.SsoProtocol;
import org.preau.api.signin.PortalSession;

/** A protocol called cas that goes nowhere. */
public final class PlainCas implements SsoProtocol {
    @Override
    public String name() {
        return "cas";
    }

    @Override
    public void launch(
            HttpServletRequest request, HttpServletResponse response, Connector connector, PortalSession session) {
        throw new UnsupportedOperationException();
    }
}
