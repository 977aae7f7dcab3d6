package org.preau.core.connect;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.signin.PortalSession;

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
        return register.now().statuses();
    }

    @Override
    public Optional<Connector> byId(String id) {
        return Optional.ofNullable(register.now().byId().get(id));
    }

    @Override
    public Optional<Connector> byService(String protocol, String serviceUrl) {
        return register.now().byService(protocol, serviceUrl);
    }

    @Override
    public boolean suspended(String id) {
        return register.suspended(id);
    }

    @Override
    public List<ConnectorStatus> visibleTo(PortalSession session) {
        Predicate<Connector> his = audience.of(session);
        return all().stream().filter(status -> his.test(status.connector())).toList();
    }
}
