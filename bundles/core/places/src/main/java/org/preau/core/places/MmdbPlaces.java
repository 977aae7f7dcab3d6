package org.preau.core.places;

import com.maxmind.db.Reader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.signin.NetworkPlaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places from a MaxMind DB file; there while the file is configured. Each network stands where the address in its middle is. Safe on any thread. */
@Component(configurationPid = "org.preau.core.places", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PlacesConfig.class)
public final class MmdbPlaces implements NetworkPlaces {
    private static final Logger log = LoggerFactory.getLogger(MmdbPlaces.class);
    private static final double EARTH_KILOMETRES = 6_371;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private final Reader reader;

    /**
     * Opens the file.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    @Activate
    public MmdbPlaces(PlacesConfig config) {
        this(Path.of(System.getProperty("karaf.etc", "etc"))
                .resolve(config.file().strip()));
    }

    MmdbPlaces(Path file) {
        try {
            reader = new Reader(file.toFile());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "org.preau.core.places.cfg: file = " + file + " is no MaxMind DB file that can be read", e);
        }
        log.info("Places of networks are read from {}", file);
    }

    @Override
    public OptionalDouble kilometresBetween(String network, String other) {
        Optional<Place> one = place(network);
        Optional<Place> two = place(other);
        return one.isPresent() && two.isPresent()
                ? OptionalDouble.of(one.get().kilometresTo(two.get()))
                : OptionalDouble.empty();
    }

    @Deactivate
    void close() throws IOException {
        reader.close();
    }

    private Optional<Place> place(String network) {
        try {
            Map<?, ?> found = reader.get(InetAddress.getByAddress(middle(network)), Map.class);
            return found != null
                            && found.get("location") instanceof Map<?, ?> location
                            && location.get("latitude") instanceof Number latitude
                            && location.get("longitude") instanceof Number longitude
                    ? Optional.of(new Place(latitude.doubleValue(), longitude.doubleValue()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            log.debug("No place of network {}", network, e);
            return Optional.empty();
        }
    }

    /** The address in the middle of a network of 16 bits (IPv4) or 32 (IPv6). */
    private static byte[] middle(String network) {
        byte[] prefix = HexFormat.of().parseHex(network);
        byte[] address = new byte[prefix.length <= 2 ? IPV4_BYTES : IPV6_BYTES];
        System.arraycopy(prefix, 0, address, 0, prefix.length);
        address[prefix.length] = (byte) 0x80;
        return address;
    }

    /** A place in degrees. */
    private record Place(double latitude, double longitude) {
        /** Along a great circle (haversine). */
        double kilometresTo(Place other) {
            double half = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
            double turn = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
            double chord = half * half
                    + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * turn * turn;
            return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
        }
    }
}
