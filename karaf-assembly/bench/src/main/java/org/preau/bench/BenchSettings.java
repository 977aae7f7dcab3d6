package org.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.preau.driver.Portal;

/** What the bench's portal has beside what is shipped: services that sign in by CAS, OpenID Connect and SAML. Limits on sign-ins stay: those that succeed do not count. */
final class BenchSettings {
    /** Id of the connector by CAS. */
    static final String CONNECTOR = "bench";

    private static final String OIDC = "bench_oidc";
    private static final String SAML = "bench_saml";

    /** All of them. */
    static final List<String> CONNECTORS = List.of(CONNECTOR, OIDC, SAML);

    private BenchSettings() {}

    static void write(Portal portal) throws IOException {
        Path etc = Files.createDirectories(portal.home.resolve("etc"));
        connector(
                etc,
                CONNECTOR,
                "protocol = cas",
                "launch.url = " + service(portal),
                "service.urls = " + portal.url("/bench/*"));
        connector(
                etc,
                OIDC,
                "protocol = oidc",
                "launch.url = " + OidcFlow.REDIRECT,
                "client.id = " + OidcFlow.CLIENT,
                "client.secret = " + OidcFlow.SECRET,
                "redirect.uris = " + OidcFlow.REDIRECT);
        Path metadata = Files.writeString(etc.resolve("bench-saml-sp.xml"), SamlFlow.METADATA);
        connector(etc, SAML, "protocol = saml", "launch.url = " + SamlFlow.ENTITY, "metadata.file = " + metadata);
    }

    private static void connector(Path etc, String id, String... own) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "name.fr = Mesure " + id,
                "name.en = Bench " + id,
                "category = 3",
                "audience.profiles = *",
                "audience.structures = *"));
        lines.addAll(List.of(own));
        Files.write(etc.resolve("org.preau.connector~" + id + ".cfg"), lines);
    }

    /** Address of the service; nobody answers there, and nobody is asked. */
    static String service(Portal portal) {
        return portal.url("/bench/service");
    }
}
