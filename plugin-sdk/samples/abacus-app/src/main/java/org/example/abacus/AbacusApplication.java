package org.example.abacus;

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
import org.preau.api.http.StaticResources;

/** The abacus, for pupils and their teachers. */
@Component
public final class AbacusApplication implements PortalApplication {
    static final Texts TEXTS = Texts.of(AbacusApplication.class);

    private final StaticResources resources;

    /** Made by the portal. */
    @Activate
    public AbacusApplication(@Reference StaticResources resources) {
        this.resources = resources;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                "abacus-app",
                TEXTS.both("app.name"),
                TEXTS.both("app.description"),
                "grid-small",
                Hue.GREEN,
                Set.of(Profile.STUDENT, Profile.TEACHER),
                410);
    }

    @Override
    public List<AppView<?>> views() {
        String module = resources.url(AbacusApplication.class, "abacus.js");
        return List.of(AppView.at("", AbacusView.class, view -> new AbacusView(module, view)));
    }
}
