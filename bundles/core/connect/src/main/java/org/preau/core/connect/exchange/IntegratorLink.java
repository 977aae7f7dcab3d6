package org.preau.core.connect.exchange;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.MenuLink;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorCatalogue;

/** The way to the integrator's view, for who may look at one connector at least. */
@Component
public final class IntegratorLink implements MenuLink {
    private static final Texts TEXTS = Texts.of(IntegratorEndpoint.class);

    private final ConnectorCatalogue catalogue;
    private final Integrators integrators;

    /** For the service registry. */
    @Activate
    public IntegratorLink(@Reference ConnectorCatalogue catalogue, @Reference Integrators integrators) {
        this.catalogue = catalogue;
        this.integrators = integrators;
    }

    @Override
    public String id() {
        return "integrator";
    }

    @Override
    public Place place() {
        return Place.INTEGRATOR;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("connectors");
    }

    @Override
    public String path() {
        return IntegratorEndpoint.PATH;
    }

    @Override
    public boolean shownTo(UserContext user) {
        return !user.profile().isFamily()
                && catalogue.all().stream().anyMatch(status -> integrators.may(user.subject(), status.connector()));
    }
}
