package org.example.library;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorDeclaration;

/**
 * A service reached by SAML 2.0 that knows schools, not people (category 2): everybody of one profile and school is the same user there. Where answers may go is said by the service's metadata, so
 * no address is listed here. Made again when its settings change.
 */
@Component(service = ConnectorDeclaration.class, configurationPid = "org.example.library")
@Designate(ocd = LibrarySettings.class)
public final class LibraryConnector implements ConnectorDeclaration {
    private static final URI SERVICE = URI.create("https://library.example/");

    private final Connector connector;

    /** Made by the portal. */
    @Activate
    public LibraryConnector(LibrarySettings settings) {
        Map<String, String> metadata = settings.metadata_file().isBlank()
                ? Map.of("metadata.url", SERVICE.resolve("saml/metadata").toString())
                : Map.of("metadata.file", settings.metadata_file());
        connector = new Connector(
                "library",
                new LocalizedText("Bibliothèque de l’école", "School library"),
                2,
                "saml",
                SERVICE.resolve("start"),
                List.of(),
                Optional.empty(),
                Set.of(Profile.STUDENT, Profile.TEACHER, Profile.HEAD),
                Set.of(settings.structures().strip().split("\\s*,\\s*")),
                metadata);
    }

    @Override
    public Connector connector() {
        return connector;
    }
}
