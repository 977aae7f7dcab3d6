package org.preau.core.shell.gallery;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.PortalApplication;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;

/** The gallery as an application, for the academy's own people only. */
@Component
public final class GalleryApplication implements PortalApplication {
    static final Texts TEXTS = Texts.of(GalleryApplication.class);
    private static final int LAST = 900;

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                "gallery",
                TEXTS.both("app.name"),
                TEXTS.both("app.description"),
                "palette",
                Hue.PURPLE,
                Set.of(Profile.ACADEMY),
                LAST);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(AppView.at("", GalleryView.class, GalleryView::new));
    }
}
