package org.preau.api.app;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.base.LocalizedText;

/**
 * An application of the portal: a bundle registers one as a service.
 *
 * <p>Only {@link #descriptor} and {@link #views} must be written. The contributions are asked for off the request's thread, each has 300 ms; a late one
 * appears later by push, a failing one becomes a broken tile with a reference number and harms nobody else. They are asked only for users in the
 * application's audience for whom it is not switched off.
 *
 * <p>One that keeps something about people registers a {@code org.preau.api.personaldata.PersonalData} besides, under its own id.
 *
 * <pre>{@code
 * @Component(service = PortalApplication.class)
 * public final class NotesApplication implements PortalApplication {
 *     public AppDescriptor descriptor() {
 *         return new AppDescriptor("notes", TEXTS.both("app.name"), TEXTS.both("app.description"), "notebook", Hue.TEAL, Set.of(Profile.TEACHER), 90);
 *     }
 *     public List<AppView<?>> views() {
 *         return List.of(AppView.at("", NotesView.class, view -> new NotesView(store, view)));
 *     }
 *     public int badge(UserContext user) { return store.unread(user.subject()); }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface PortalApplication {
    /** Who it is; constant as long as the service is registered. */
    AppDescriptor descriptor();

    /** Its views; the one with the empty path is shown at {@code /app/<id>}. Constant as long as the service is registered. */
    List<AppView<?>> views();

    /** Its card on the user's home page; nothing when there is nothing to tell. */
    default Optional<HomeCard> card(UserContext user) {
        return Optional.empty();
    }

    /** What the user has to do, read or attend today, most important first; the home page shows three in all to a pupil. */
    default List<TodayItem> today(UserContext user) {
        return List.of();
    }

    /** What the user can start from the home page in one click. */
    default List<QuickAction> quickActions(UserContext user) {
        return List.of();
    }

    /** How many things of this application wait for the user; 0 shows no badge. */
    default int badge(UserContext user) {
        return 0;
    }

    /** What the help page of this application says, in plain text with blank lines between paragraphs. */
    default Optional<LocalizedText> help() {
        return Optional.empty();
    }
}
