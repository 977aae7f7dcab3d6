package org.example.hello;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.HomeCard;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.UserContext;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;

/** The smallest application: a tile, a card on the home page and one view. It is there as long as this service is. */
@Component
public final class HelloApplication implements PortalApplication {
    static final Texts TEXTS = Texts.of(HelloApplication.class);

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                "hello",
                TEXTS.both("app.name"),
                TEXTS.both("app.description"),
                "smiley-o",
                Hue.TEAL,
                EnumSet.allOf(Profile.class),
                500);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(AppView.at("", HelloView.class, HelloView::new));
    }

    @Override
    public Optional<HomeCard> card(UserContext user) {
        String greeting = TEXTS.text(user.locale(), "greeting", user.session().firstName());
        return Optional.of(new HomeCard(
                TEXTS.text(user.locale(), "app.name"), List.of(new HomeCard.Line(greeting, "", ""))));
    }
}
