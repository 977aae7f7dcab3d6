package org.preau.api.notification;

import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.base.LocalizedText;

/**
 * A kind of notification that people can have, or not: "Actualités de l'école". Register it as a service; each user says for each category whether he is told in the portal and by mail.
 *
 * <pre>{@code
 * @Component
 * public final class NewsCategory implements NotificationCategory {
 *     public String id() { return "news"; }
 *     public LocalizedText name() { return TEXTS.both("notification.news"); }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface NotificationCategory {
    /** Unique name, {@code [a-z][a-z0-9-]*}, stable: preferences are kept by it. */
    String id();

    /** What the user chooses: a few words. */
    LocalizedText name();

    /** Whether who has chosen nothing gets mail when he is told by his account ({@link Notification#accounts}): for what people must not miss. Nobody without an address does, and no pupil. */
    default boolean mailByDefault() {
        return false;
    }
}
