package org.preau.api.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A set of networks, as configuration writes them: {@code 127.0.0.0/8, ::1, 10.20.0.0/16}. Immutable. Never asks the name service.
 *
 * @since 1.0
 */
public final class Networks {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * The networks written in configuration, one an entry or several with commas between; blank entries count for nothing.
     *
     * @throws IllegalArgumentException when one is not an address or a network of addresses
     */
    public static Networks of(Collection<String> written) {
        List<Network> networks = new ArrayList<>();
        for (String line : written) {
            for (String one : line.split(",", -1)) {
                if (!one.isBlank()) {
                    networks.add(Network.of(one.strip()));
                }
            }
        }
        return new Networks(List.copyOf(networks));
    }

    /** Whether the address, as text, is in one of the networks; no for what is not an address. */
    public boolean contains(String address) {
        byte[] bytes = bytesOf(address);
        return bytes != null && networks.stream().anyMatch(network -> network.contains(bytes));
    }

    @SuppressWarnings("AddressSelection") // a literal, checked above: no name is looked up
    private static byte @org.jspecify.annotations.Nullable [] bytesOf(String address) {
        String plain =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        if (!IPV4.matcher(plain).matches() && !IPV6.matcher(plain).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(plain).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private record Network(byte[] address, int bits) {
        static Network of(String written) {
            int slash = written.indexOf('/');
            byte[] address = bytesOf(slash < 0 ? written : written.substring(0, slash));
            if (address == null) {
                throw new IllegalArgumentException("not an address or a network: " + written);
            }
            int all = address.length * 8;
            int bits = slash < 0 ? all : Integer.parseInt(written.substring(slash + 1));
            if (bits < 0 || bits > all) {
                throw new IllegalArgumentException("not a network: " + written);
            }
            return new Network(address, bits);
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
