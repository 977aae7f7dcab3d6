package org.example.hello;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorDeclaration;

/** Brings one connector: a free resource (category 1, nothing about the user leaves) for pupils and teachers of every school. */
@Component
public final class HelloConnector implements ConnectorDeclaration {
    @Override
    public Connector connector() {
        return new Connector(
                "hello",
                new LocalizedText("Bonjour", "Hello"),
                1,
                "link",
                URI.create("https://example.org/"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.STUDENT, Profile.TEACHER),
                Set.of("*"));
    }
}
