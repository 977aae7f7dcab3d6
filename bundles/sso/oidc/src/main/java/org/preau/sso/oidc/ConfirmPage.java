package org.preau.sso.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.preau.api.base.Texts;
import org.preau.api.pages.Pages;

/** Asks the user who is signed in already: an application on a device must not be signed in, nor stay so, without an act of his (RFC 8252, 8.6). What leaves is the gate's question, not this page's. */
final class ConfirmPage {
    private static final Texts TEXTS = Texts.of(ConfirmPage.class);

    private ConfirmPage() {}

    static void show(Pages pages, HttpServletRequest request, HttpServletResponse response, Wish wish, Parameters asked)
            throws IOException {
        Locale locale = pages.localeOf(request);
        String name = wish.client().connector().name().in(locale);
        pages.render(
                request,
                response,
                HttpServletResponse.SC_OK,
                ConfirmPage.class,
                "confirm",
                Map.of(
                        "title", TEXTS.text(locale, "confirm.title", name),
                        "stays", wish.staysSignedIn(),
                        "action", AuthorizeFlow.PATH + "/confirm",
                        "request", asked.encoded()));
    }
}
