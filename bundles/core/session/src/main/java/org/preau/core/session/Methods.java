package org.preau.core.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;

/** What the endpoints here ask of a request before they answer it. */
final class Methods {
    private static final Texts TEXTS = Texts.of(Methods.class);

    private Methods() {}

    static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    static boolean posts(HttpServletRequest request) {
        return request.getMethod().equals("POST");
    }

    static void refuse(HttpServletResponse response, String allowed) {
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        response.setHeader("Allow", allowed);
    }

    /** Refuses the paths below an endpoint's own that nobody answers. */
    static void requirePath(HttpServletRequest request, String path) {
        String asked = request.getRequestURI();
        int parameters = asked.indexOf(';');
        if (!(parameters < 0 ? asked : asked.substring(0, parameters)).equals(path)) {
            throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "noSuchPage");
        }
    }
}
