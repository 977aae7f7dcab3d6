package org.preau.signin.local.sheet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address that a sheet's drawing leads to: login and code are in its fragment, which a browser keeps to itself, so that no server or proxy ever writes them down. */
final class SheetLink {
    private static final String PATH = "/signin/local/activate";

    private SheetLink() {}

    /** Where an adult chooses his password. */
    static String activation(String portal, String login, String code) {
        String base = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
        return base + PATH + "#" + encoded(login) + "&" + encoded(code);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
