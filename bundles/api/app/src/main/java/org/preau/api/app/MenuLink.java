package org.preau.api.app;

import org.osgi.annotation.versioning.ConsumerType;
import org.preau.api.base.LocalizedText;

/**
 * A link in one of the portal's menus: to a page that a bundle has outside the applications ({@code /signin/local/security}) or to a view. A bundle registers one service for each link; the link is there as long as
 * the service is, and the shell names no page of others.
 *
 * <pre>{@code
 * @Component
 * public final class DevicesLink implements MenuLink {
 *     public String id() { return "oidc-devices"; }
 *     public Place place() { return Place.USER; }
 *     public LocalizedText label() { return TEXTS.both("devices.link"); }
 *     public String path() { return "/sso/oidc/devices"; }
 *     public boolean shownTo(UserContext user) { return !user.profile().isFamily(); }
 * }
 * }</pre>
 *
 * @since 1.0
 */
@ConsumerType
public interface MenuLink {
    /** Unique name, {@code [a-z][a-z0-9-]*}; of several links with one id the first by {@link #order} is shown. */
    String id();

    /** In which menu it stands. */
    Place place();

    /** What it says: where it leads, in a few words. */
    LocalizedText label();

    /** Where it leads: a path of the portal that begins with a slash. Paths below {@code /app/} are followed without loading a new page. */
    String path();

    /** Place among the links of the menu, smallest first. */
    default int order() {
        return 100;
    }

    /**
     * Whether this user gets it. Asked on the page's thread each time the menu opens: from memory or by one cheap query. It hides the link only; the page itself says no to who may not see it.
     */
    default boolean shownTo(UserContext user) {
        return true;
    }

    /**
     * The menus.
     *
     * @since 1.0
     */
    enum Place {
        /** The user's own menu: what concerns himself, his account, his devices. */
        USER,
        /** The administrators' console: its first page. */
        CONSOLE,
        /** For who connects services to the portal: a part of the user's menu, there when at least one of its links is shown. */
        INTEGRATOR
    }
}
