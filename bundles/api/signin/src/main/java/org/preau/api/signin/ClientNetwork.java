package org.preau.api.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * The network of a client: enough to tell two distant ones apart, too little to tell who it is.
 *
 * @since 1.0
 */
public final class ClientNetwork {
    private ClientNetwork() {}

    /**
     * The first 16 bits of an IPv4 address, 32 of an IPv6 one, as hexadecimal digits; empty for what is no address.
     *
     * @param client the address, as a literal
     */
    @SuppressWarnings("AddressSelection") // a literal: no name is looked up
    public static String of(String client) {
        if (!client.matches("[0-9a-fA-F:.]+")) {
            return "";
        }
        try {
            byte[] bytes = InetAddress.getByName(client).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? 2 : 4);
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
