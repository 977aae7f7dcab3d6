package org.preau.sso.cas;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What a service asks of {@code /login}, as it travels through the portal's own pages.
 *
 * @param service where the ticket goes
 * @param saml whether it came as {@code TARGET} and the ticket goes as {@code SAMLart} (SAML 1.1)
 * @param renew whether the user must sign in for it
 * @param gateway whether nothing may be asked of the user; never together with {@code renew}, which counts more (section 2.1.1)
 * @param post whether the ticket goes in a form
 * @param challenge proof of when the sign-in page was shown for it; empty before
 */
record LoginRequest(String service, boolean saml, boolean renew, boolean gateway, boolean post, String challenge) {
    /** The request, or nothing when it does not name one service. */
    static @Nullable LoginRequest of(HttpServletRequest request) {
        String[] services = request.getParameterValues("service");
        String[] targets = request.getParameterValues("TARGET");
        boolean saml = services == null;
        String[] given = saml ? targets : services;
        if (given == null || given.length != 1 || services != null && targets != null) {
            return null;
        }
        boolean renew = set(request.getParameter("renew"));
        String challenge = request.getParameter("since");
        return new LoginRequest(
                given[0],
                saml,
                renew,
                !renew && set(request.getParameter("gateway")),
                "POST".equalsIgnoreCase(request.getParameter("method")),
                challenge == null ? "" : challenge);
    }

    /** Any value sets a flag, says the protocol; "false" is meant otherwise by everybody who writes it. */
    static boolean set(@Nullable String flag) {
        return flag != null && !flag.isEmpty() && !flag.equalsIgnoreCase("false");
    }

    /** Whether a service is named at all. */
    static boolean named(HttpServletRequest request) {
        return request.getParameter("service") != null || request.getParameter("TARGET") != null;
    }

    /** The path of the portal that goes on with this request, with another challenge. */
    String pathWith(String newChallenge) {
        return CasLogin.LOGIN
                + (saml ? "?TARGET=" : "?service=")
                + Redirects.encoded(service)
                + (renew ? "&renew=true" : "")
                + (post ? "&method=POST" : "")
                + (newChallenge.isEmpty() ? "" : "&since=" + newChallenge);
    }

    /** The same with its own challenge. */
    String path() {
        return pathWith(challenge);
    }

    /** The parameter that carries the ticket. */
    String ticketName() {
        return saml ? "SAMLart" : "ticket";
    }
}
