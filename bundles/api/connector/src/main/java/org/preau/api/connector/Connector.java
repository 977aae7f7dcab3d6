package org.preau.api.connector;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;

/**
 * A third-party service that users reach from the portal.
 *
 * @param id unique id, {@code [a-z0-9_]+}: its address is {@code /connect/<id>}
 * @param name its name on the tile
 * @param category SDET category, 1 to 5: decides what may leave
 * @param protocol name of the protocol: {@code link}, {@code cas}…
 * @param launchUrl where the tile leads
 * @param services for protocols with return addresses: where tickets may go
 * @param logoutUrl where to tell the service of a sign-out
 * @param profiles profiles that get it
 * @param structures codes of the structures (themselves and below) that get it; {@code *} for all
 * @param settings further keys of its file, read by its protocol ({@code client.id}, {@code metadata.url}…) or its category ({@code attributes}, {@code convention.url}…); some are secret,
 *     so {@link #toString} leaves them out
 * @since 1.0
 */
public record Connector(
        String id,
        LocalizedText name,
        int category,
        String protocol,
        URI launchUrl,
        List<ServicePattern> services,
        Optional<URI> logoutUrl,
        Set<Profile> profiles,
        Set<String> structures,
        Map<String, String> settings) {
    /** Checks id and category, keeps its own copies. */
    public Connector {
        if (!id.matches("[a-z0-9_]+")) {
            throw new IllegalArgumentException("connector id '" + id + "': want letters a-z, digits and _ only");
        }
        if (category < 1 || category > 5) {
            throw new IllegalArgumentException("connector " + id + ": category " + category + ", want 1 to 5");
        }
        services = List.copyOf(services);
        profiles = Set.copyOf(profiles);
        structures = Set.copyOf(structures);
        settings = Map.copyOf(settings);
    }

    /** A connector without further settings. */
    public Connector(
            String id,
            LocalizedText name,
            int category,
            String protocol,
            URI launchUrl,
            List<ServicePattern> services,
            Optional<URI> logoutUrl,
            Set<Profile> profiles,
            Set<String> structures) {
        this(id, name, category, protocol, launchUrl, services, logoutUrl, profiles, structures, Map.of());
    }

    /** The setting of that key, stripped; nothing when it is missing or blank. */
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return "Connector[" + id + ", category " + category + ", " + protocol + "]";
    }

    /** Whether a ticket for this address may be made for this connector. */
    public boolean accepts(String serviceUrl) {
        return services.stream().anyMatch(pattern -> pattern.matches(serviceUrl));
    }
}
