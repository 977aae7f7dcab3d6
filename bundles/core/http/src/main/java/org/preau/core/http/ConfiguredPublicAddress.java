package org.preau.core.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.http.Networks;
import org.preau.api.http.PublicAddress;

/** The portal's address from {@code org.preau.core.http.cfg}. There once the HTTP context is laid out. */
@Component(configurationPid = {"org.ops4j.pax.web", "org.preau.core.http"})
public final class ConfiguredPublicAddress implements PublicAddress {
    private final URI origin;
    private final Networks proxies;

    /** Checks the settings. */
    @Activate
    public ConfiguredPublicAddress(HttpConfig config, @Reference HttpContextLayout layout) {
        this(config.public_url(), config.org_osgi_service_http_port(), List.of(config.trusted_proxies()));
        layout.secure(secure());
    }

    ConfiguredPublicAddress(String publicUrl, int port, List<String> trustedProxies) {
        this.origin = originOf(publicUrl.isBlank() ? "http://127.0.0.1:" + port : publicUrl.strip());
        this.proxies = Networks.of(trustedProxies);
    }

    @Override
    public URI origin() {
        return origin;
    }

    @Override
    public String clientOf(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        if (!proxies.contains(peer)) {
            return peer;
        }
        List<String> hops = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            for (String hop : header.split(",", -1)) {
                hops.add(hop.strip());
            }
        }
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && proxies.contains(client); i--) {
            client = hops.get(i);
        }
        return client;
    }

    @Override
    public String safeReturn(@Nullable String wanted) {
        return SafeReturn.of(wanted);
    }

    private static URI originOf(String written) {
        URI uri = URI.create(written.endsWith("/") ? written.substring(0, written.length() - 1) : written);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean origin = (scheme.equals("https") || scheme.equals("http"))
                && uri.getHost() != null
                && String.valueOf(uri.getRawPath()).isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (!origin) {
            throw new IllegalArgumentException("public.url must be scheme, host and port only: " + written);
        }
        return URI.create(written.endsWith("/") ? written.substring(0, written.length() - 1) : written);
    }
}
