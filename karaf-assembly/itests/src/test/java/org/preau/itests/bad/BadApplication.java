package org.preau.itests.bad;

import com.vaadin.flow.component.html.Div;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.preau.api.app.AppDescriptor;
import org.preau.api.app.AppDescriptor.Hue;
import org.preau.api.app.AppView;
import org.preau.api.app.ContributionsChanged;
import org.preau.api.app.HomeCard;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.UserContext;
import org.preau.api.app.ViewContext;
import org.preau.api.base.Events;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bad application. */
public final class BadApplication implements PortalApplication {
    private static final int FLOOD = 3_000;
    private static final int SCRIBBLED = 5_000;
    private static final int CHUNK = 1 << 18;

    private final Bad kind;
    private final BundleContext context;
    private volatile long sum;

    BadApplication(Bad kind, BundleContext context) {
        this.kind = kind;
        this.context = context;
    }

    /** Its only view. */
    public static final class BadView extends Div {
        BadView(String text) {
            setText(text);
        }
    }

    @Override
    public AppDescriptor descriptor() {
        LocalizedText name = new LocalizedText("Mauvaise " + kind.id(), "");
        return new AppDescriptor(kind.id(), name, name, "bug", Hue.RED, EnumSet.allOf(Profile.class), 900);
    }

    @Override
    public List<AppView<?>> views() {
        return List.of(AppView.at("", BadView.class, this::view));
    }

    private BadView view(ViewContext unused) {
        if (kind == Bad.THROWS) {
            throw new IllegalStateException("this view always throws");
        }
        if (kind == Bad.BLOCKS) {
            BadActivator.sleepForEver();
        }
        if (kind == Bad.HOGS) {
            sum = new long[Integer.MAX_VALUE - 8].length;
        }
        return new BadView("view of " + kind.id());
    }

    @Override
    public Optional<HomeCard> card(UserContext user) {
        switch (kind) {
            case THROWS -> throw new IllegalStateException("this card always throws");
            case BLOCKS -> BadActivator.sleepForEver();
            case FLOODS -> flood();
            case SCRIBBLES -> scribble();
            case PRINTS -> print();
            case COMPUTES -> compute();
            case ALLOCATES -> allocate();
            default -> {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void flood() {
        ServiceReference<Events> reference = context.getServiceReference(Events.class);
        Events events = context.getService(reference);
        for (int i = 0; i < FLOOD; i++) {
            try {
                events.publish(new ContributionsChanged(kind.id(), List.of()));
            } catch (PortalException e) {
                continue;
            }
        }
    }

    private static void scribble() {
        Logger log = LoggerFactory.getLogger(BadApplication.class);
        for (int i = 0; i < SCRIBBLED; i++) {
            log.warn("scribbled {}", i);
        }
    }

    private static void print() {
        for (int i = 0; i < SCRIBBLED; i++) {
            System.out.println("printed " + i);
        }
    }

    private void compute() {
        while (sum >= 0) {
            sum = sum + 1 & 0xffff;
        }
    }

    private void allocate() {
        while (sum >= 0) {
            sum = sum + new byte[CHUNK].length & 0xffff;
        }
    }
}
