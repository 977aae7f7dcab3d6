package org.preau.sso.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.oauth.ForeignKeys;

/** The public keys of clients, from {@code jwks.url} or {@code jwks.file} (in {@code DIR/etc}). */
@Component(service = ClientKeys.class)
public final class ClientKeys {
    private final ForeignKeys foreign;
    private final Path etc;

    /** Made by the portal. */
    @Activate
    public ClientKeys(BundleContext context, @Reference OutgoingCalls calls, @Reference Clock clock) {
        this(calls, clock, Path.of(etc(context)));
    }

    ClientKeys(OutgoingCalls calls, Clock clock, Path etc) {
        this.foreign = new ForeignKeys(calls, clock);
        this.etc = etc;
    }

    /** Keys of the client with that {@code kid}, or all for none. */
    List<JWK> of(Client client, @Nullable String kid) throws Refusal {
        if (client.jwksFile().isPresent()) {
            return ForeignKeys.chosen(file(client.jwksFile().get()), kid);
        }
        URI address = client.jwksUrl().orElseThrow(() -> Refusal.client("the client declares no keys"));
        try {
            return foreign.at(address, kid);
        } catch (IOException e) {
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
