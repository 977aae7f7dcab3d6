package org.preau.signin.local;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.preau.api.app.MenuLink;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;

/** The way from the user's menu to the security of his account. */
@Component
public final class SecurityLink implements MenuLink {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    /** For the service registry. */
    @Activate
    public SecurityLink() {}

    @Override
    public String id() {
        return "account-security";
    }

    @Override
    public Place place() {
        return Place.USER;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("securityTitle");
    }

    @Override
    public String path() {
        return SecurityEndpoint.PATH;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean shownTo(UserContext user) {
        return user.profile() != Profile.STUDENT;
    }
}
