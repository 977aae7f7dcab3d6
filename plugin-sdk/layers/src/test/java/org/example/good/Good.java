package org.example.good;

import jakarta.servlet.http.HttpServletRequest;

/** Does nothing wrong: it may name the types of servlets, as contracts do. */
public final class Good {
    /** Where the request goes. */
    public String path(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
