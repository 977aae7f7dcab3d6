package org.preau.core.connect;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ServicePattern;
import org.preau.api.signin.PortalSession;
import org.preau.core.connect.ConnectorRegister.Entry;

/** The catalogue over the register; holds nothing itself, so what is deployed or written counts at once. */
@Component
public final class DefaultConnectorCatalogue implements ConnectorCatalogue {
    private final ConnectorRegister register;
    private final Audience audience;

    /** Answers from these. */
    @Activate
    public DefaultConnectorCatalogue(@Reference ConnectorRegister register, @Reference Audience audience) {
        this.register = register;
        this.audience = audience;
    }

    @Override
    public List<ConnectorStatus> all() {
        Collator french = Collator.getInstance(Locale.FRENCH);
        return register.serving().stream()
                .flatMap(DefaultConnectorCatalogue::status)
                .sorted(Comparator.comparing(status -> status.connector().name().fr(), french))
                .toList();
    }

    @Override
    public Optional<Connector> byId(String id) {
        return serving().filter(connector -> connector.id().equals(id)).findFirst();
    }

    /** Of several the one that says the most: an exact address before those below a path, a longer path before a shorter one, then by id. */
    @Override
    public Optional<Connector> byService(String protocol, String serviceUrl) {
        return serving()
                .filter(connector -> connector.protocol().equals(protocol) && connector.accepts(serviceUrl))
                .max(Comparator.comparingInt((Connector connector) -> precision(connector, serviceUrl))
                        .thenComparing(Connector::id, Comparator.reverseOrder()));
    }

    @Override
    public List<ConnectorStatus> visibleTo(PortalSession session) {
        Predicate<Connector> his = audience.of(session);
        return all().stream().filter(status -> his.test(status.connector())).toList();
    }

    private Stream<Connector> serving() {
        return register.serving().stream().map(Entry::connector).flatMap(Optional::stream);
    }

    private static Stream<ConnectorStatus> status(Entry entry) {
        return entry.connector().stream()
                .map(connector -> new ConnectorStatus(
                        connector, entry.version(), entry.state().word()));
    }

    private static int precision(Connector connector, String serviceUrl) {
        return connector.services().stream()
                .filter(pattern -> pattern.matches(serviceUrl))
                .mapToInt(DefaultConnectorCatalogue::precision)
                .max()
                .orElse(0);
    }

    private static int precision(ServicePattern pattern) {
        return 2 * pattern.path().length() + (pattern.below() ? 0 : 1);
    }
}
