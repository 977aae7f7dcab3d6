package org.example.reading;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorDeclaration;

/**
 * A tool reached by LTI 1.3 where people have accounts already (category 4): an opaque identifier leaves and nothing else, which the tool maps to the account it has. Deployments of one tool for several academies
 * are connectors of their own, with the same client and another deployment.
 */
@Component
public final class ReadingConnector implements ConnectorDeclaration {
    @Override
    public Connector connector() {
        return new Connector(
                "reading",
                new LocalizedText("Suivi de lecture", "Reading log"),
                4,
                "lti",
                URI.create("https://reading.example/lti/login"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.TEACHER, Profile.HEAD),
                Set.of("*"),
                Map.of(
                        "client.id", "reading",
                        "deployment.id", "1",
                        "redirect.uris", "https://reading.example/lti/launch",
                        "jwks.url", "https://reading.example/lti/jwks"));
    }
}
