package org.preau.signin.local.sheet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address that a sheet's drawing leads to: the login is filled in, the code is not, which would stay in the records of every proxy on the way. */
final class SheetLink {
    private static final String PATH = "/signin/local/activate?username=";

    private SheetLink() {}

    /** Where an adult types his code and chooses his password. */
    static String activation(String portal, String login) {
        String base = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
        return base + PATH + URLEncoder.encode(login, StandardCharsets.UTF_8);
    }
}
