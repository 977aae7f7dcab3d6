package org.example.bad;

import jakarta.servlet.http.HttpServlet;

/** Registers itself round the portal. */
public final class BadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
}
