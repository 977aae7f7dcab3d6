package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preau.api.base.Texts;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;

/** The page on which an adult chooses a password with the code of his sheet. */
final class ActivationPage {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final Pages pages;
    private final PublicAddress address;

    ActivationPage(Pages pages, PublicAddress address) {
        this.pages = pages;
        this.address = address;
    }

    /**
     * A mistake in the form.
     *
     * @param field name of the input it concerns
     * @param message what is wrong and what to do
     */
    record Mistake(String field, String message) {}

    /** Shows the empty form; the login is there when a sheet's QR code led here. */
    void show(HttpServletRequest request, HttpServletResponse response, int shortest) throws IOException {
        render(request, response, 200, Asked.field(request, LocalEndpoint.LOGIN), "", shortest, false, List.of());
    }

    /** Shows the form to somebody who typed his code where a password goes. */
    void codeTyped(HttpServletRequest request, HttpServletResponse response, String login, String code, int shortest)
            throws IOException {
        render(request, response, 200, login, code, shortest, true, List.of());
    }

    /** Shows the form again with what is wrong; login and code are kept, passwords are not. */
    void again(HttpServletRequest request, HttpServletResponse response, int status, int shortest, List<Mistake> wrong)
            throws IOException {
        render(
                request,
                response,
                status,
                Asked.field(request, LocalEndpoint.LOGIN),
                Asked.field(request, ActivationEndpoint.CODE),
                shortest,
                false,
                wrong);
    }

    private void render(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String login,
            String code,
            int shortest,
            boolean codeTyped,
            List<Mistake> wrong)
            throws IOException {
        Locale locale = pages.localeOf(request);
        String hint = TEXTS.text(locale, "newPasswordHint", shortest);
        pages.render(
                request,
                response,
                status,
                LocalCounter.class,
                "activate",
                Map.of(
                        "title", TEXTS.text(locale, "activateTitle"),
                        "codeTyped", codeTyped,
                        "wrong", !wrong.isEmpty(),
                        "mistakes",
                                wrong.stream()
                                        .map(mistake -> Map.of("inputId", mistake.field(), "what", mistake.message()))
                                        .toList(),
                        "return", address.safeReturn(request.getParameter("return")),
                        "fields",
                                List.of(
                                        field(
                                                locale,
                                                LocalEndpoint.LOGIN,
                                                "login",
                                                "text",
                                                "username",
                                                login,
                                                "",
                                                wrong),
                                        field(
                                                locale,
                                                ActivationEndpoint.CODE,
                                                "code",
                                                "text",
                                                "one-time-code",
                                                code,
                                                TEXTS.text(locale, "codeHint"),
                                                wrong),
                                        field(
                                                locale,
                                                LocalEndpoint.PASSWORD,
                                                "newPassword",
                                                "password",
                                                "new-password",
                                                "",
                                                hint,
                                                wrong),
                                        field(
                                                locale,
                                                ActivationEndpoint.AGAIN,
                                                "newPasswordAgain",
                                                "password",
                                                "new-password",
                                                "",
                                                "",
                                                wrong))));
    }

    private static Map<String, Object> field(
            Locale locale,
            String name,
            String label,
            String type,
            String autocomplete,
            String value,
            String hint,
            List<Mistake> wrong) {
        String mistake = wrong.stream()
                .filter(one -> one.field().equals(name))
                .map(Mistake::message)
                .findFirst()
                .orElse("");
        return Map.of(
                "name", name,
                "label", TEXTS.text(locale, label),
                "type", type,
                "autocomplete", autocomplete,
                "value", value,
                "hasHint", !hint.isEmpty(),
                "hint", hint,
                "mistaken", !mistake.isEmpty(),
                "mistake", mistake);
    }
}
