package org.preau.core.extensions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.TodayItem;
import org.preau.api.app.UserContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.core.extensions.view.Desk;
import org.preau.core.extensions.view.ExtensionView;
import org.preau.core.extensions.view.ExtensionsView;

/** The extensions in the console, for the academy's administrators. It keeps nothing about anybody but who changed what. */
@Component(service = PortalApplication.class)
public final class ExtensionsApplication implements PortalApplication {
    private static final Texts TEXTS = Texts.of(ExtensionsApplication.class);

    private final Desk desk;

    /** Made by the portal. */
    @Activate
    public ExtensionsApplication(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                "extensions",
                TEXTS.both("app.name"),
                TEXTS.both("app.description"),
                "plug",
                Hue.SLATE,
                Set.of(Profile.ACADEMY),
                210);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(
                AppView.at("", ExtensionsView.class, view -> new ExtensionsView(desk, view)),
                AppView.at("extension/:id", ExtensionView.class, view -> new ExtensionView(desk, view)));
    }

    @Override
    public List<TodayItem> today(UserContext user) {
        int refused = refused(user);
        return refused == 0
                ? List.of()
                : List.of(new TodayItem(TodayItem.Kind.TO_DO, TEXTS.text(user.locale(), "today.refused", refused), ""));
    }

    @Override
    public int badge(UserContext user) {
        return refused(user);
    }

    @Override
    public Optional<LocalizedText> help() {
        return Optional.of(TEXTS.both("app.help"));
    }

    private int refused(UserContext user) {
        return desk.extensions().allows(user.subject())
                ? desk.extensions().refused(user.subject()).size()
                : 0;
    }
}
