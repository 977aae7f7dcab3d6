#set( $id = $artifactId.replace("-", "_") )
package ${package};

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorDeclaration;
import org.preau.api.connector.ServicePattern;

/** The connector as the portal sees it: there as long as this service is, made again when its settings change. */
@Component(service = ConnectorDeclaration.class, configurationPid = "${artifactId}")
@Designate(ocd = Settings.class)
public final class ServiceConnector implements ConnectorDeclaration {
    /** Its id: its address is {@code /connect/${id}}. */
    static final String ID = "${id}";

    private static final Texts TEXTS = Texts.of(ServiceConnector.class);
    private static final int OPAQUE_IDENTIFIER = 3;

    private final Connector connector;

    /** Made by the portal. */
    @Activate
    public ServiceConnector(Settings settings) {
        connector = new Connector(
                ID,
                TEXTS.both("service.name"),
                OPAQUE_IDENTIFIER,
                "cas",
                URI.create(settings.launch_url()),
                words(settings.service_urls()).map(ServicePattern::parse).toList(),
                Optional.of(settings.logout_url()).filter(url -> !url.isBlank()).map(URI::create),
                Set.of(Profile.STUDENT, Profile.TEACHER, Profile.HEAD),
                words(settings.structures()).collect(Collectors.toSet()));
    }

    @Override
    public Connector connector() {
        return connector;
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }
}
