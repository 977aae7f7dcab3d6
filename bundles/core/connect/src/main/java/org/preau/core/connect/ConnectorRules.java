package org.preau.core.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ServicePattern;

/** What a connector must keep to, however it is declared. */
public final class ConnectorRules {
    /** Addresses of the portal itself below {@code /connect}. */
    private static final Set<String> TAKEN =
            Set.of("school", "consent", "services", "catalogue", "signedout", "integrator", "visit", "requests");

    private ConnectorRules() {}

    /** What is wrong with the connector, each with its cure; it serves only when there is nothing. */
    public static List<String> broken(Connector connector) {
        List<String> broken = new ArrayList<>();
        if (TAKEN.contains(connector.id())) {
            broken.add("id: /connect/" + connector.id() + " is a page of the portal; take another id");
        }
        boolean link = connector.protocol().equals(LinkProtocol.NAME);
        if (connector.category() == 1 && !link) {
            broken.add("protocol: nothing about the user may leave in category 1, and " + connector.protocol()
                    + " tells who he is; write protocol = link, or the category of the convention");
        }
        address("launch.url", connector.launchUrl(), broken);
        connector.logoutUrl().ifPresent(url -> address("logout.url", url, broken));
        if (connector.profiles().isEmpty()) {
            broken.add("audience.profiles is missing: write the profiles that get it, or * for all");
        }
        if (connector.structures().isEmpty()) {
            broken.add(
                    "audience.structures is missing: write UAI or codes of the structures that get it, or * for all");
        }
        return List.copyOf(broken);
    }

    private static void address(String key, URI url, List<String> broken) {
        try {
            ServicePattern.parse(new URI(url.getScheme(), url.getRawAuthority(), "/", null, null).toString());
        } catch (IllegalArgumentException | URISyntaxException e) {
            broken.add(
                    key + ": " + url + " is no https address (http for loopback hosts only); write all of it, such as "
                            + "https://service.example/");
        }
    }
}
