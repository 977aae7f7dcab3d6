package org.preau.sso.cas;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the browser goes next. */
final class Redirects {
    private Redirects() {}

    /** To a declared address outside the portal, which does not learn where the user comes from. */
    static void away(HttpServletResponse response, String address) {
        response.setHeader("Referrer-Policy", "no-referrer");
        to(response, address);
    }

    /** To a path of the portal that takes the path to go on to afterwards. */
    static void through(HttpServletResponse response, String path, String returnTo) {
        to(response, path + "?return=" + encoded(returnTo));
    }

    /** To a path of the portal. */
    static void to(HttpServletResponse response, String location) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", location);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    /** As the value of a parameter. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
