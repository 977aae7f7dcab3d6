package org.preau.testkit.mistakes;

import com.vaadin.flow.component.html.H1;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.HomeCard;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.ui.kit.AppPage;

/** Makes no mistake; each of the others makes one. */
class GoodApplication implements PortalApplication {
    static final Texts TEXTS = Texts.of(GoodApplication.class);

    LocalizedText name() {
        return TEXTS.both("app.name");
    }

    String icon() {
        return "smiley-o";
    }

    List<HomeCard.Line> lines(UserContext user) {
        return List.of(new HomeCard.Line(
                TEXTS.text(user.locale(), "hello", user.session().firstName()), "", ""));
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                "trial", name(), TEXTS.both("app.description"), icon(), Hue.BLUE, EnumSet.allOf(Profile.class), 1);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(AppView.at("", View.class, view -> new View(view.user())));
    }

    @Override
    public Optional<HomeCard> card(UserContext user) {
        return Optional.of(new HomeCard(TEXTS.text(user.locale(), "app.name"), lines(user)));
    }

    /** Greets. */
    static final class View extends AppPage {
        View(UserContext user) {
            super(new H1(TEXTS.text(user.locale(), "hello", user.session().firstName())));
        }
    }
}
