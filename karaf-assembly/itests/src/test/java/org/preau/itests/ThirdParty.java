package org.preau.itests;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apereo.cas.client.validation.Assertion;
import org.apereo.cas.client.validation.Cas30ServiceTicketValidator;
import org.preau.driver.Portal;

/** A service outside the portal that signs its users in by it. */
final class ThirdParty {
    private ThirdParty() {}

    /** A service of somebody else's, with the CAS project's own client. */
    static HttpServer start(Portal portal) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        String own = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        Cas30ServiceTicketValidator validator = new Cas30ServiceTicketValidator(portal.url("/sso/cas"));
        server.createContext("/", exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            if (!query.startsWith("ticket=")) {
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                portal.url("/sso/cas/login?service=" + URLEncoder.encode(own, StandardCharsets.UTF_8)));
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            String body;
            try {
                String ticket = URLDecoder.decode(query.substring(7), StandardCharsets.UTF_8);
                Assertion user = validator.validate(ticket, own);
                body = "Bonjour " + user.getPrincipal().getName() + " "
                        + user.getPrincipal().getAttributes();
            } catch (Exception e) {
                body = "refused: " + e.getMessage();
            }
            byte[] bytes = ("<!doctype html><title>Atelier</title><p>" + body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
