package org.preau.bench;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** CAS for a user who is signed in: a ticket, and its validation by the service. */
final class CasFlow implements SsoFlow {
    private final PlainClient service;
    private final String address;

    CasFlow(PlainClient service, Portal portal) {
        this.service = service;
        this.address = URLEncoder.encode(BenchSettings.service(portal), StandardCharsets.UTF_8);
    }

    @Override
    public String begin() {
        return "/sso/cas/login?service=" + address;
    }

    @Override
    public void once(PlainClient user) {
        HttpResponse<String> issued = user.get(begin());
        String location = PlainClient.location(issued);
        int ticket = location.indexOf("ticket=");
        if (ticket < 0) {
            throw new AssertionError("no ticket: " + issued.statusCode() + " " + location + " " + issued.body());
        }
        HttpResponse<String> validated =
                service.get("/sso/cas/p3/serviceValidate?service=" + address + "&" + location.substring(ticket));
        if (!validated.body().contains("authenticationSuccess")) {
            throw new AssertionError("not valid: " + validated.statusCode() + " " + validated.body());
        }
    }
}
