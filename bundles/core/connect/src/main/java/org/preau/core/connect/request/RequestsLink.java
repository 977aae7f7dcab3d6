package org.preau.core.connect.request;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.MenuLink;
import org.preau.api.app.UserContext;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.connector.ConnectorRequests;
import org.preau.api.directory.Scope;

/** The way from the console to the services that are asked for, for who may ask for one (3113-8). */
@Component
public final class RequestsLink implements MenuLink {
    private static final Texts TEXTS = Texts.of(DefaultConnectorRequests.class);

    private final Authorisation authorisation;

    /** For the service registry. */
    @Activate
    public RequestsLink(@Reference Authorisation authorisation) {
        this.authorisation = authorisation;
    }

    @Override
    public String id() {
        return "connector-requests";
    }

    @Override
    public Place place() {
        return Place.CONSOLE;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("link");
    }

    @Override
    public String path() {
        return RequestsEndpoint.PATH;
    }

    @Override
    public boolean shownTo(UserContext user) {
        return !user.profile().isFamily()
                && (authorisation.allows(
                                user.subject(),
                                ConnectorRequests.REQUEST,
                                Scope.structure(user.session().context().structureId()))
                        || !authorisation
                                .perimeterOf(user.subject(), ConnectorRequests.REQUEST)
                                .isEmpty());
    }
}
