package org.example.workshop;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorDeclaration;

/**
 * A service reached by OpenID Connect that asks for a name (category 5): each attribute leaves only once the user, or a guardian for a pupil, has read its purpose and agreed. The service proves who it is by its
 * own keys ({@code private_key_jwt}), so that no secret is in the jar.
 */
@Component
public final class WorkshopConnector implements ConnectorDeclaration {
    private static final Texts TEXTS = Texts.of(WorkshopConnector.class);

    @Override
    public Connector connector() {
        return new Connector(
                "workshop",
                TEXTS.both("service.name"),
                5,
                "oidc",
                URI.create("https://workshop.example/login"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.STUDENT, Profile.TEACHER, Profile.HEAD),
                Set.of("*"),
                Map.of(
                        "client.id", "workshop",
                        "redirect.uris", "https://workshop.example/callback",
                        "post.logout.redirect.uris", "https://workshop.example/bye",
                        "backchannel.logout.uri", "https://workshop.example/backchannel",
                        "jwks.url", "https://workshop.example/jwks",
                        "attributes", "ENTPersonNom, ENTPersonPrenom",
                        "convention.url", "https://workshop.example/conditions",
                        "purpose.fr", TEXTS.both("purpose").fr(),
                        "purpose.en", TEXTS.both("purpose").en()));
    }
}
