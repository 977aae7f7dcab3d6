package org.preau.sso.oidc;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.MenuLink;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;

/** The way from the user's menu to the devices on which he stays signed in; for who has any. */
@Component
public final class DevicesLink implements MenuLink {
    private static final Texts TEXTS = Texts.of(DevicesPage.class);

    private final SqlDevices devices;

    /** For the service registry. */
    @Activate
    public DevicesLink(@Reference SqlDevices devices) {
        this.devices = devices;
    }

    @Override
    public String id() {
        return "oidc-devices";
    }

    @Override
    public Place place() {
        return Place.USER;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("devices.link");
    }

    @Override
    public String path() {
        return DevicesPage.PATH;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean shownTo(UserContext user) {
        return !devices.of(user.session().accountId()).isEmpty();
    }
}
