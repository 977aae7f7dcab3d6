package org.preau.core.shell;

import com.vaadin.flow.component.html.H1;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.HomeCard;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.QuickAction;
import org.preau.api.app.TodayItem;
import org.preau.api.app.UserContext;
import org.preau.api.app.ViewContext;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.ui.kit.AppPage;

/** An application of tests: one view, and contributions as the test wants them. */
public final class FakeApplication implements PortalApplication {
    private final String id;
    private final int order;
    /** Who gets it. */
    public Set<Profile> audience = EnumSet.allOf(Profile.class);
    /** What its view is made by. */
    public Function<ViewContext, View> factory = view -> new View("view of ");
    /** What its card says. */
    public Function<UserContext, Optional<HomeCard>> card = user -> Optional.empty();
    /** What is on today. */
    public List<TodayItem> today = List.of();
    /** What can be started. */
    public List<QuickAction> actions = List.of();
    /** What waits. */
    public int badge;

    /** An application of that id. */
    public FakeApplication(String id, int order) {
        this.id = id;
        this.order = order;
    }

    @Override
    public AppDescriptor descriptor() {
        return new AppDescriptor(
                id,
                new LocalizedText("Nom " + id, "Name " + id),
                new LocalizedText("texte", "text"),
                "newspaper",
                Hue.BLUE,
                audience,
                order);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(AppView.at("", View.class, view -> factory.apply(view)));
    }

    @Override
    public Optional<HomeCard> card(UserContext user) {
        return card.apply(user);
    }

    @Override
    public List<TodayItem> today(UserContext user) {
        return today;
    }

    @Override
    public List<QuickAction> quickActions(UserContext user) {
        return actions;
    }

    @Override
    public int badge(UserContext user) {
        return badge;
    }

    /** Its view. */
    public static final class View extends AppPage {
        /** A view with that heading. */
        public View(String heading) {
            super(new H1(heading));
        }
    }
}
