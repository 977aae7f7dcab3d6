package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.http.PublicAddress;
import org.preau.api.http.StaticResources;
import org.preau.api.pages.Pages;
import org.preau.signin.local.factor.AppSecret;
import org.preau.signin.local.factor.FactorDesks;
import org.preau.signin.local.factor.Step;
import org.preau.signin.local.sheet.QrCode;

/** The pages on which a second factor is added. */
final class EnrolPage {
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final FactorDesks desks;
    private final Accounts accounts;
    private final Pages pages;
    private final PublicAddress address;
    private final StaticResources resources;

    EnrolPage(FactorDesks desks, Accounts accounts, Pages pages, PublicAddress address, StaticResources resources) {
        this.desks = desks;
        this.accounts = accounts;
        this.pages = pages;
        this.address = address;
        this.resources = resources;
    }

    /** The choice of a factor, with the QR code for an app. */
    void show(HttpServletRequest request, HttpServletResponse response, Step step, int status, String wrong)
            throws IOException {
        Locale locale = pages.localeOf(request);
        String login = accounts.byId(step.accountId()).map(Account::login).orElse("");
        AppSecret secret = AppSecret.of(step);
        boolean passkey = desks.factors().passkeysPossible();
        Map<String, Object> model = new HashMap<>();
        model.put("title", TEXTS.text(locale, "enrolTitle"));
        model.put("forced", step.purpose() == Step.Purpose.ENROL);
        model.put("wrong", !wrong.isEmpty());
        model.put("mistake", wrong.isEmpty() ? "" : TEXTS.text(locale, wrong));
        model.put(
                "qr", QrCode.svg(secret.address(String.valueOf(address.origin().getHost()), login)));
        model.put("secret", secret.grouped());
        model.put("passkey", passkey);
        if (passkey) {
            model.put(
                    "options",
                    desks.factors().creationOptions(step, login, desks.steps().of(step.accountId())));
            model.put("script", resources.url(LocalCounter.class, "passkey.js"));
        }
        pages.render(request, response, status, LocalCounter.class, "enrol", model);
    }

    /** The recovery codes, shown this once; none when the account has some already. */
    void codes(HttpServletRequest request, HttpServletResponse response, List<String> codes) throws IOException {
        pages.render(
                request,
                response,
                200,
                LocalCounter.class,
                "recovery",
                Map.of(
                        "title",
                        TEXTS.text(pages.localeOf(request), "enrolDoneTitle"),
                        "fresh",
                        !codes.isEmpty(),
                        "codes",
                        codes,
                        "action",
                        EnrolEndpoint.PATH));
    }
}
