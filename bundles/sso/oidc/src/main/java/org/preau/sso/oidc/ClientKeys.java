package org.preau.sso.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.http.OutgoingCalls;

/** The public keys of clients, from {@code jwks.url} (kept ten minutes, asked again for an unknown key, at most every half minute) or {@code jwks.file} (in {@code DIR/etc}). */
@Component(service = ClientKeys.class)
public final class ClientKeys {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(30);

    private final Map<URI, Fetched> fetched = new ConcurrentHashMap<>();
    private final OutgoingCalls calls;
    private final Clock clock;
    private final Path etc;

    /** Made by the portal. */
    @Activate
    public ClientKeys(BundleContext context, @Reference OutgoingCalls calls, @Reference Clock clock) {
        this(calls, clock, Path.of(etc(context)));
    }

    ClientKeys(OutgoingCalls calls, Clock clock, Path etc) {
        this.calls = calls;
        this.clock = clock;
        this.etc = etc;
    }

    private record Fetched(JWKSet keys, Instant at) {}

    /** Keys of the client with that {@code kid}, or all for none. */
    List<JWK> of(Client client, @Nullable String kid) throws Refusal {
        if (client.jwksFile().isPresent()) {
            return chosen(file(client.jwksFile().get()), kid);
        }
        URI url = client.jwksUrl().orElseThrow(() -> Refusal.client("the client declares no keys"));
        List<JWK> found = chosen(fetched(url, FRESH), kid);
        return found.isEmpty() ? chosen(fetched(url, AT_MOST_EVERY), kid) : found;
    }

    private static List<JWK> chosen(JWKSet keys, @Nullable String kid) {
        return keys.getKeys().stream()
                .filter(key -> kid == null || kid.equals(key.getKeyID()))
                .toList();
    }

    private JWKSet fetched(URI url, Duration maximumAge) throws Refusal {
        Fetched there = fetched.get(url);
        Instant now = clock.instant();
        if (there != null && there.at().plus(maximumAge).isAfter(now)) {
            return there.keys();
        }
        try {
            OutgoingCalls.Answer answer = calls.get(url, Map.of("Accept", "application/json"));
            if (!answer.ok()) {
                throw new IOException("status " + answer.status());
            }
            JWKSet keys = JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
            fetched.put(url, new Fetched(keys, now));
            return keys;
        } catch (IOException | ParseException e) {
            if (there != null) {
                return there.keys();
            }
            throw Refusal.client("the keys at jwks.url cannot be fetched: " + e.getMessage());
        }
    }

    private JWKSet file(String name) throws Refusal {
        try {
            return JWKSet.parse(Files.readString(etc.resolve(name)));
        } catch (IOException | ParseException e) {
            throw Refusal.client("jwks.file cannot be read");
        }
    }

    private static String etc(BundleContext context) {
        String etc = context.getProperty("karaf.etc");
        return etc == null ? "etc" : etc;
    }
}
