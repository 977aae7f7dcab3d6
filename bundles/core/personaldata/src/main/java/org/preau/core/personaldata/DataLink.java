package org.preau.core.personaldata;

import org.osgi.service.component.annotations.Component;
import org.preau.api.app.MenuLink;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;

/** The way to one's data, from the user's menu. */
@Component
public final class DataLink implements MenuLink {
    private static final Texts TEXTS = Texts.of(DataLink.class);

    @Override
    public String id() {
        return "data";
    }

    @Override
    public Place place() {
        return Place.USER;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("link");
    }

    @Override
    public String path() {
        return DataEndpoint.PATH;
    }

    @Override
    public int order() {
        return 30;
    }
}
