package org.preau.itests;

import java.util.LinkedHashMap;
import java.util.Map;

/** Connector files of each protocol, and of category 5. */
final class DoorConnectors {
    private DoorConnectors() {}

    /**
     * By id.
     *
     * @param service a CAS service that runs
     * @param metadata any SAML metadata
     */
    static Map<String, String> all(String service, String metadata) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "atelier",
                head("L’atelier", "The workshop", 5, "cas", service)
                        + """
                        service.urls = %s*
                        attributes = ENTPersonNom, ENTPersonPrenom, ENTPersonDateNaissance
                        convention.url = https://atelier.example/convention
                        purpose.fr = Pour que vos créations portent votre nom.
                        purpose.en = So that your works carry your name.
                        """
                                .formatted(service));
        files.put(
                "cas_service",
                head("Service par CAS", "Service by CAS", 3, "cas", "https://cas.example/")
                        + "service.urls = https://cas.example/*\n");
        files.put(
                "oidc_service",
                head("Service par OpenID Connect", "Service by OpenID Connect", 4, "oidc", "https://oidc.example/")
                        + """
                        client.id = oidc-service
                        client.secret = a-secret-of-a-test-only
                        redirect.uris = https://oidc.example/callback
                        """);
        files.put(
                "saml_service",
                head("Service par SAML", "Service by SAML", 3, "saml", "https://saml.example/") + "metadata.url = "
                        + metadata + "\n");
        files.put(
                "lti_service",
                head("Outil par LTI", "Tool by LTI", 3, "lti", "https://lti.example/")
                        + """
                        client.id = lti-tool
                        deployment.id = 1
                        redirect.uris = https://lti.example/launch
                        """);
        return files;
    }

    private static String head(String french, String english, int category, String protocol, String launch) {
        return """
                name.fr = %s
                name.en = %s
                category = %d
                protocol = %s
                launch.url = %s
                audience.profiles = *
                audience.structures = *
                """
                .formatted(french, english, category, protocol, launch);
    }
}
