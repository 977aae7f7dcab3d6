package org.preau.core.sms;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.MenuLink;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;

/** The way to one's telephone, from the user's menu, while there is a gateway. */
@Component
public final class TelephoneLink implements MenuLink {
    private static final Texts TEXTS = Texts.of(TelephoneLink.class);

    private final SealedTelephones telephones;

    /** Made by the portal. */
    @Activate
    public TelephoneLink(@Reference SealedTelephones telephones) {
        this.telephones = telephones;
    }

    @Override
    public String id() {
        return "telephone";
    }

    @Override
    public Place place() {
        return Place.USER;
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("telephone.link");
    }

    @Override
    public String path() {
        return TelephoneEndpoint.PATH;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public boolean shownTo(UserContext user) {
        return telephones.offeredTo(user.profile());
    }
}
