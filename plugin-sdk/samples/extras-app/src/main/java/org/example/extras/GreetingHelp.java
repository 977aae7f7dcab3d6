package org.example.extras;

import org.osgi.service.component.annotations.Component;
import org.preau.api.app.HelpTopic;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;

/** A page of help, found under "?" on the application's page and on the page of all help. */
@Component
public final class GreetingHelp implements HelpTopic {
    @Override
    public String id() {
        return "extras-app-greeting";
    }

    @Override
    public LocalizedText title() {
        return ExtrasApplication.TEXTS.both("help.title");
    }

    @Override
    public LocalizedText html() {
        return ExtrasApplication.TEXTS.both("help.html");
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
