package org.preau.core.connect.services;

import org.osgi.service.component.annotations.Component;
import org.preau.api.app.MenuLink;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;

/** The way to one's services, from the user's menu. */
@Component
public final class ServicesLink implements MenuLink {
    private static final Texts TEXTS = Texts.of(ServicesLink.class);

    @Override
    public String id() {
        return "services";
    }

    @Override
    public Place place() {
        return Place.USER;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("services.link");
    }

    @Override
    public String path() {
        return ServicesEndpoint.PATH;
    }

    @Override
    public int order() {
        return 20;
    }
}
