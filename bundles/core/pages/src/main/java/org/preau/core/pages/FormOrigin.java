package org.preau.core.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Where a browser says a form comes from. */
final class FormOrigin {
    private FormOrigin() {}

    /** Whether it comes from the portal, as far as the client tells: {@code Sec-Fetch-Site} first, then {@code Origin}; a client that sends neither is judged by its token alone. */
    static boolean isOurs(HttpServletRequest request, URI portal) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equalsIgnoreCase(portal.toString());
    }
}
