package org.preau.core.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preau.api.http.Networks;
import org.preau.api.http.PublicAddress;

/** The portal's address as {@code org.preau.core.http.cfg} tells it; a change holds from the next request on. Safe on any thread. */
final class ConfiguredPublicAddress implements PublicAddress {
    private volatile Settings settings;

    private record Settings(URI origin, Networks proxies) {}

    /**
     * The address.
     *
     * @throws IllegalArgumentException when a setting is wrong
     */
    ConfiguredPublicAddress(HttpConfig config) {
        settings = read(config);
    }

    /** Takes other settings over; wrong ones are refused and the old ones stay. */
    void change(HttpConfig config) {
        settings = read(config);
    }

    @Override
    public URI origin() {
        return settings.origin();
    }

    @Override
    public String clientOf(HttpServletRequest request) {
        Networks proxies = settings.proxies();
        String client = request.getRemoteAddr();
        if (!proxies.contains(client)) {
            return client;
        }
        List<String> hops = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            for (String hop : header.split(",", -1)) {
                hops.add(hop.strip());
            }
        }
        for (int i = hops.size() - 1; i >= 0 && proxies.contains(client); i--) {
            client = hops.get(i);
        }
        return client;
    }

    @Override
    public String safeReturn(@Nullable String wanted) {
        return SafeReturn.of(wanted);
    }

    private static Settings read(HttpConfig config) {
        String url = config.public_url().strip();
        return new Settings(
                originOf(url.isEmpty() ? "http://127.0.0.1:" + config.org_osgi_service_http_port() : url),
                Networks.of(List.of(config.trusted_proxies())));
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
        return URI.create(scheme + "://" + uri.getRawAuthority().toLowerCase(Locale.ROOT));
    }
}
