package org.preau.api.notification;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.directory.Scope;

/**
 * Something to tell people.
 *
 * @param category id of a {@link NotificationCategory}
 * @param title one short sentence, without personal data: it may leave by mail
 * @param path where it is: a path of the portal
 * @param scopes for everybody of these scopes; empty when it is for accounts
 * @param profiles only these profiles of the scopes; empty for all
 * @param accounts for these accounts; empty when it is for scopes
 * @param author the account that caused it and is not told; null for none
 * @param urgent whether it goes round the publication hours; the sender audits that
 * @since 1.0
 */
public record Notification(
        String category,
        LocalizedText title,
        String path,
        List<Scope> scopes,
        Set<Profile> profiles,
        List<UUID> accounts,
        @org.jspecify.annotations.Nullable UUID author,
        boolean urgent) {
    /** Checks and keeps its own copies. */
    public Notification {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("want a path of the portal: " + path);
        }
        if (scopes.isEmpty() == accounts.isEmpty()) {
            throw new IllegalArgumentException("a notification is for scopes or for accounts");
        }
        scopes = List.copyOf(scopes);
        profiles = Set.copyOf(profiles);
        accounts = List.copyOf(accounts);
    }

    /** For everybody of these scopes. */
    public static Notification toScopes(String category, LocalizedText title, String path, List<Scope> scopes) {
        return new Notification(category, title, path, scopes, Set.of(), List.of(), null, false);
    }

    /** For these accounts. */
    public static Notification toAccounts(String category, LocalizedText title, String path, List<UUID> accounts) {
        return new Notification(category, title, path, List.of(), Set.of(), accounts, null, false);
    }

    /** The same, not told to who caused it. */
    public Notification by(UUID account) {
        return new Notification(category, title, path, scopes, profiles, accounts, account, urgent);
    }

    /** The same, round the publication hours or not. */
    public Notification urgent(boolean now) {
        return new Notification(category, title, path, scopes, profiles, accounts, author, now);
    }
}
