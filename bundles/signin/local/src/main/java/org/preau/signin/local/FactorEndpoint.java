package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.PublicAddress;
import org.preau.api.http.StaticResources;
import org.preau.api.pages.Pages;
import org.preau.signin.local.factor.FactorDesks;
import org.preau.signin.local.factor.Factors;
import org.preau.signin.local.factor.Step;

/** {@code /signin/local/factor}: asks who has proved his password for his second factor (611D). */
@Component
public final class FactorEndpoint implements HttpEndpoint {
    static final String PATH = "/signin/local/factor";
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final AfterPassword after;
    private final FactorDesks desks;
    private final Pages pages;
    private final PublicAddress address;
    private final StaticResources resources;

    /** For the service registry. */
    @Activate
    public FactorEndpoint(
            @Reference AfterPassword after,
            @Reference FactorDesks desks,
            @Reference Pages pages,
            @Reference PublicAddress address,
            @Reference StaticResources resources) {
        this.after = after;
        this.desks = desks;
        this.pages = pages;
        this.address = address;
        this.resources = resources;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked.requirePath(request, PATH);
        Optional<Step> step = after.stepOf(request);
        if (step.isEmpty() || step.get().purpose() != Step.Purpose.PROVE) {
            pages.seeOther(response, "/signin");
            return;
        }
        if (!Asked.posts(request)) {
            show(request, response, step.get(), 200, "");
            return;
        }
        if (!Asked.ofOurs(pages, request)) {
            show(request, response, step.get(), 403, "factorExpired");
            return;
        }
        try {
            answer(request, response, step.get());
        } catch (PortalException e) {
            show(request, response, step.get(), e.code().httpStatus(), e.messageKey());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Step step) throws IOException {
        String client = address.clientOf(request);
        String code = Asked.field(request, "code");
        boolean right =
                switch (Asked.field(request, "act")) {
                    case "code" -> desks.factors().code(step, code, client);
                    case "mailed" -> desks.factors().mailedCode(step, code, client);
                    case "passkey" -> desks.factors().passkey(step, Asked.document(request, "credential"), client);
                    default -> false;
                };
        if (right) {
            after.complete(request, response, step);
        } else if (Asked.field(request, "act").equals("mail")) {
            if (desks.steps().mail(step)) {
                pages.seeOther(response, PATH);
            } else {
                show(request, response, step, 429, "factorMailEnough");
            }
        } else {
            show(request, response, step, 403, "factorWrong");
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, Step step, int status, String wrong)
            throws IOException {
        Locale locale = pages.localeOf(request);
        Factors factors = desks.steps().of(step.accountId());
        boolean passkey = !factors.passkeys().isEmpty() && desks.factors().passkeysPossible();
        boolean mail = desks.steps().mailWillDo(step);
        Map<String, Object> model = new HashMap<>();
        model.put("title", TEXTS.text(locale, "factorTitle"));
        model.put("wrong", !wrong.isEmpty());
        model.put("mistake", wrong.isEmpty() ? "" : TEXTS.text(locale, wrong));
        model.put("passkey", passkey);
        model.put("options", passkey ? desks.factors().requestOptions(step, factors) : "");
        model.put("code", factors.any());
        model.put("app", factors.appSince() != null);
        model.put("mail", mail);
        model.put("mailed", mail && step.mails() > 0);
        if (passkey) {
            model.put("script", resources.url(LocalCounter.class, "passkey.js"));
        }
        pages.render(request, response, status, LocalCounter.class, "factor", model);
    }
}
