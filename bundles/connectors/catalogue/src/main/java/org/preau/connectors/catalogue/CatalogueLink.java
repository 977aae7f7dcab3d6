package org.preau.connectors.catalogue;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.app.MenuLink;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;

/** The way from the user's menu to the catalogue of connected services; not for pupils, though it is public. */
@Component
public final class CatalogueLink implements MenuLink {
    private static final Texts TEXTS = Texts.of(CatalogueEndpoint.class);

    /** For the service registry. */
    @Activate
    public CatalogueLink() {}

    @Override
    public String id() {
        return "catalogue";
    }

    @Override
    public Place place() {
        return Place.USER;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("catalogue.title");
    }

    @Override
    public String path() {
        return CatalogueEndpoint.PATH;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public boolean shownTo(UserContext user) {
        return user.profile() != Profile.STUDENT;
    }
}
