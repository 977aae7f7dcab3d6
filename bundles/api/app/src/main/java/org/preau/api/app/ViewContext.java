package org.preau.api.app;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.PortalEvent;

/**
 * What a view is given: for whom it is shown, and how it hears of changes. Lives as long as the view.
 *
 * @since 1.0
 */
@ProviderType
public interface ViewContext {
    /** The user, in his present context. A view is made again when the context changes. */
    UserContext user();

    /**
     * Calls {@code reaction} on the UI's thread, with push, for each event of that type while the view is attached; the registration ends with the view.
     */
    <E extends PortalEvent> void on(Class<E> type, Consumer<E> reaction);

    /** Goes to a path of this application: {@code ""} or {@code "article/42"}. */
    void navigate(String path);

    /** Says in the page header of the browser where the user is. */
    void title(String title);
}
