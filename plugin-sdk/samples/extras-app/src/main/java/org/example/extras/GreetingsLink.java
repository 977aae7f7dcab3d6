package org.example.extras;

import org.osgi.service.component.annotations.Component;
import org.preau.api.app.MenuLink;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;

/** A link in the user's menu; it hides itself from who has not the application. */
@Component
public final class GreetingsLink implements MenuLink {
    @Override
    public String id() {
        return ExtrasApplication.ID;
    }

    @Override
    public Place place() {
        return Place.USER;
    }

    @Override
    public LocalizedText label() {
        return ExtrasApplication.TEXTS.both("app.name");
    }

    @Override
    public String path() {
        return ExtrasApplication.PATH;
    }

    @Override
    public boolean shownTo(UserContext user) {
        return ExtrasApplication.AUDIENCE.contains(user.profile());
    }
}
