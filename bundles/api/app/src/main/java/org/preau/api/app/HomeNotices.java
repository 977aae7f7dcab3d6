package org.preau.api.app;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Notices at the top of the home page, from parts of the portal that are no application; registered as a service. For what people must not miss and can settle at once: a sign-in by an unknown device. News
 * and work to do belong into applications.
 *
 * <pre>{@code
 * @Component
 * public final class FullDisk implements HomeNotices {
 *     public List<HomeNotice> of(UserContext user) {
 *         return List.of(new HomeNotice("Vos fichiers prennent toute la place.", "Faire de la place", "/app/files"));
 *     }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface HomeNotices {
    /** The user's notices, the most important first; asked whenever his home page is opened, so answered by one quick look. One that fails shows nothing. */
    List<HomeNotice> of(UserContext user);
}
