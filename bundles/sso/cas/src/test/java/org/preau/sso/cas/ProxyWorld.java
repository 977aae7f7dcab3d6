package org.preau.sso.cas;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.preau.core.connect.ConnectWorld;

/** Two services more: {@code front} may act for its users, {@code back} is where it goes. */
final class ProxyWorld {
    static final String FRONT = "https://front.example/cas";
    static final String CALLBACK = "https://front.example/cas/proxy?a=b";
    static final String BACK = "https://back.example/api";

    /** What the front's callback was sent: the ticket by its word. */
    final Map<String, String> received = new ConcurrentHashMap<>();

    private final CasWorld world;

    ProxyWorld(CasWorld world) {
        this.world = world;
        connector("front", "service.urls", "https://front.example/*", "proxy.allowed", "true");
        connector("back", "service.urls", "https://back.example/*");
        world.calls.services = this::take;
    }

    void connector(String id, String... changes) {
        List<String> all = new ArrayList<>(List.of("name.fr", id));
        all.addAll(Arrays.asList(changes));
        world.portal.write("org.preau.connector~" + id + ".cfg", ConnectWorld.file(all.toArray(String[]::new)));
    }

    private int take(URI address) {
        if (!String.valueOf(address.getQuery()).contains("pgtIou=")) {
            return 200;
        }
        Map<String, String> parameters = new ConcurrentHashMap<>();
        for (String pair : address.getQuery().split("&")) {
            parameters.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        received.put(parameters.getOrDefault("pgtIou", ""), parameters.getOrDefault("pgtId", ""));
        return 200;
    }

    /** What serviceValidate answers the front when it wants a proxy-granting ticket there. */
    String validateFront(String callback) {
        return world.validate("/serviceValidate?pgtUrl=" + CasWorld.encoded(callback), FRONT, world.ticketFor(FRONT));
    }

    /** A proxy-granting ticket of the front for the pupil. */
    String granting() {
        String answer = validateFront(CALLBACK);
        String iou = answer.replaceFirst("(?s).*<cas:proxyGrantingTicket>([^<]+)<.*", "$1");
        String ticket = received.get(iou);
        if (ticket == null) {
            throw new AssertionError(answer);
        }
        return ticket;
    }

    /** What /proxy answers. */
    String proxy(String granting, String target) {
        return world.server
                .get(
                        "/sso/cas/proxy?pgt=" + CasWorld.encoded(granting) + "&targetService="
                                + CasWorld.encoded(target),
                        null)
                .body();
    }

    /** A proxy ticket of the front for the back. */
    String proxyTicket() {
        return proxy(granting(), BACK).replaceFirst("(?s).*<cas:proxyTicket>([^<]+)<.*", "$1");
    }
}
