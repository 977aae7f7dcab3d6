package org.example.extras;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.PortalApplication;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;

/** Greetings of the day, for pupils and who works at the school. */
@Component
public final class ExtrasApplication implements PortalApplication {
    static final String ID = "extras-app";
    static final String PATH = "/app/" + ID;
    static final Set<Profile> AUDIENCE = Set.of(Profile.STUDENT, Profile.TEACHER, Profile.HEAD);
    static final Texts TEXTS = Texts.of(ExtrasApplication.class);

    private final Greetings greetings;

    /** Made by the portal. */
    @Activate
    public ExtrasApplication(@Reference Greetings greetings) {
        this.greetings = greetings;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                ID, TEXTS.both("app.name"), TEXTS.both("app.description"), "hand", Hue.PURPLE, AUDIENCE, 420);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(AppView.at("", ExtrasView.class, view -> new ExtrasView(greetings, view)));
    }
}
