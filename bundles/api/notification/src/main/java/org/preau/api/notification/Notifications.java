package org.preau.api.notification;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;

/**
 * Tells people things, and knows what they were told. Safe on any thread.
 *
 * <pre>{@code
 * notifications.send(Notification.toScopes("news", TEXTS.both("published"), "/app/news/article/" + id, List.of(scope)));
 * }</pre>
 *
 * @since 1.0
 */
@ProviderType
public interface Notifications {
    /**
     * Tells: joins the running transaction. People see it at once, or when the publication hours begin; who wants mail gets it then.
     */
    void send(Notification notification);

    /** Takes back everything that leads to this path: an article that was deleted. What was mailed stays mailed. */
    void withdraw(String path);

    /** How many this user has not seen; one indexed query. */
    int unseen(UUID accountId, UUID personId);

    /** What this user was told, the latest first, without what he muted; of the last 60 days. */
    Page<Told> told(UUID accountId, UUID personId, PageRequest page);

    /** The user has looked at the list: everything told before counts as seen. */
    void seen(UUID accountId);

    /** For each category that is there, how this user wants it. */
    Map<NotificationCategory, Choice> choices(UUID accountId);

    /** Keeps how a user wants a category. */
    void choose(UUID accountId, String category, Choice choice);

    /**
     * One thing told.
     *
     * @param id identifier
     * @param category its category
     * @param title what it says
     * @param path where it is
     * @param at since when it may be seen
     * @param unseen whether it is new to this user
     * @since 1.0
     */
    record Told(UUID id, String category, LocalizedText title, String path, Instant at, boolean unseen) {}

    /**
     * How a user wants a category.
     *
     * @param inPortal whether it is shown in the portal
     * @param byMail whether it is mailed
     * @since 1.0
     */
    record Choice(boolean inPortal, boolean byMail) {}
}
