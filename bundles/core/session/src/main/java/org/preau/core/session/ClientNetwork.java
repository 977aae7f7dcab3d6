package org.preau.core.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** The network of a client: enough to tell two distant ones apart, too little to tell who it is. */
final class ClientNetwork {
    private ClientNetwork() {}

    @SuppressWarnings("AddressSelection") // a literal: no name is looked up
    static String of(String client) {
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
