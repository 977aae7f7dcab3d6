package org.preau.core.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorFinding;
import org.preau.api.connector.ServicePattern;

/** What a connector must keep to, however it is declared. */
public final class ConnectorRules {
    private static final Texts TEXTS = Texts.of(ConnectorRules.class);
    /** Addresses of the portal itself below {@code /connect}. */
    private static final Set<String> TAKEN =
            Set.of("school", "consent", "services", "catalogue", "signedout", "integrator", "visit", "requests");

    private ConnectorRules() {}

    /** What is wrong with the connector, each with its cure; it serves only when there is nothing. */
    public static List<ConnectorFinding> broken(Connector connector) {
        List<ConnectorFinding> broken = new ArrayList<>();
        if (TAKEN.contains(connector.id())) {
            broken.add(ConnectorFinding.of(TEXTS, "id-taken", "id", connector.id()));
        }
        boolean link = connector.protocol().equals(LinkProtocol.NAME);
        if (connector.category() == 1 && !link) {
            broken.add(ConnectorFinding.of(TEXTS, "category-1", "protocol", connector.protocol()));
        }
        address("launch.url", connector.launchUrl(), broken);
        connector.logoutUrl().ifPresent(url -> address("logout.url", url, broken));
        if (connector.profiles().isEmpty()) {
            broken.add(ConnectorFinding.of(TEXTS, "profiles-missing", "audience.profiles"));
        }
        if (connector.structures().isEmpty()) {
            broken.add(ConnectorFinding.of(TEXTS, "structures-missing", "audience.structures"));
        }
        return List.copyOf(broken);
    }

    private static void address(String key, URI url, List<ConnectorFinding> broken) {
        try {
            ServicePattern.parse(new URI(url.getScheme(), url.getRawAuthority(), "/", null, null).toString());
        } catch (IllegalArgumentException | URISyntaxException e) {
            broken.add(ConnectorFinding.of(TEXTS, "insecure", key, url.toString()));
        }
    }
}
