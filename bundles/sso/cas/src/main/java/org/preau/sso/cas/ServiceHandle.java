package org.preau.sso.cas;

import java.net.URI;
import org.preau.api.connector.Connector;

/**
 * What is noted of a visit for the sign-out: the ticket, used up by then, by which the service knows the session, and the address it was issued for.
 *
 * @param ticket the ticket
 * @param address the address
 */
record ServiceHandle(String ticket, URI address) {
    private static final int LONGEST = 1_800;

    /** As noted; an address that is too long loses its query, or gives way to the connector's own. */
    static String of(String ticket, String service, Connector connector) {
        String address = service.length() <= LONGEST ? service : service.replaceFirst("\\?.*", "");
        return ticket + " "
                + (address.length() <= LONGEST
                        ? URI.create(address).toASCIIString()
                        : connector.launchUrl().toASCIIString());
    }

    /** Reads what was noted. */
    static ServiceHandle read(String noted) {
        int blank = noted.indexOf(' ');
        return new ServiceHandle(noted.substring(0, blank), URI.create(noted.substring(blank + 1)));
    }
}
