package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.pages.Pages;

/** What a request of a form holds. */
final class Asked {
    private Asked() {}

    static boolean posts(HttpServletRequest request) {
        return request.getMethod().equals("POST");
    }

    /** Whether the form was made by this portal for this browser, lately; when not, nothing of it may be done, but it can be shown again. */
    static boolean ofOurs(Pages pages, HttpServletRequest request) {
        try {
            pages.checkForm(request);
            return true;
        } catch (PortalException e) {
            if (e.code() != ErrorCode.FORBIDDEN) {
                throw e;
            }
            return false;
        }
    }

    /** A field of the form, empty where it is missing; nothing longer than anybody types. */
    static String field(HttpServletRequest request, String name) {
        String value = Objects.requireNonNullElse(request.getParameter(name), "");
        return value.length() > 1_000 ? value.substring(0, 1_000) : value;
    }

    /** A long field that a script filled; empty where it is missing or too long. */
    static String document(HttpServletRequest request, String name) {
        String value = Objects.requireNonNullElse(request.getParameter(name), "");
        return value.length() > 20_000 ? "" : value;
    }

    /** Refuses the paths below an endpoint's own that nobody answers. */
    static void requirePath(HttpServletRequest request, String path) {
        String asked = request.getRequestURI();
        int parameters = asked.indexOf(';');
        if (!(parameters < 0 ? asked : asked.substring(0, parameters)).equals(path)) {
            throw new PortalException(ErrorCode.NOT_FOUND, Texts.of(LocalCounter.class), "noSuchPage");
        }
    }
}
