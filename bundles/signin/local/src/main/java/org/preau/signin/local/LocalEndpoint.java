package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.preau.api.signin.SignIns;
import org.preau.signin.local.credential.Verdict;

/** {@code /signin/local}: takes login and password from the form on the sign-in page. */
@Component
public final class LocalEndpoint implements HttpEndpoint {
    static final String PATH = "/signin/local";
    static final String LOGIN = "username";
    static final String PASSWORD = "password";
    private static final int FORBIDDEN = ErrorCode.FORBIDDEN.httpStatus();
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final SignIns signIns;
    private final AfterPassword after;
    private final LocalDesks desks;
    private final ActivationPage activation;
    private final Pages pages;
    private final PublicAddress address;

    /** For the service registry. */
    @Activate
    public LocalEndpoint(
            @Reference SignIns signIns,
            @Reference AfterPassword after,
            @Reference LocalDesks desks,
            @Reference Pages pages,
            @Reference PublicAddress address) {
        this.signIns = signIns;
        this.after = after;
        this.desks = desks;
        this.activation = new ActivationPage(pages, address);
        this.pages = pages;
        this.address = address;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked.requirePath(request, PATH);
        if (!Asked.posts(request)) {
            pages.seeOther(response, "/signin");
            return;
        }
        if (!Asked.ofOurs(pages, request)) {
            again(request, response, TEXTS.text(pages.localeOf(request), "formExpired"), FORBIDDEN);
            return;
        }
        try {
            answer(request, response);
        } catch (PortalException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                response.setHeader("Retry-After", "10");
            }
            signIns.again(
                    request,
                    response,
                    LocalCounter.ID,
                    e.userMessage(pages.localeOf(request)),
                    e.code().httpStatus());
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String login = Asked.field(request, LOGIN);
        Verdict verdict = desks.require().signIn(login, Asked.field(request, PASSWORD), address.clientOf(request));
        Locale locale = pages.localeOf(request);
        if (verdict instanceof Verdict.Proven proven) {
            after.proven(request, response, proven.accountId());
        } else if (verdict instanceof Verdict.CodeTyped) {
            activation.codeTyped(
                    request,
                    response,
                    login,
                    Asked.field(request, PASSWORD),
                    desks.require().shortestPassword());
        } else if (verdict instanceof Verdict.AddressClosed) {
            response.setHeader("Retry-After", "600");
            again(request, response, TEXTS.text(locale, "addressClosed"), ErrorCode.TOO_MANY.httpStatus());
        } else if (verdict instanceof Verdict.OtherCounter) {
            again(request, response, TEXTS.text(locale, "otherCounter"), FORBIDDEN);
        } else {
            again(request, response, TEXTS.text(locale, "wrong"), FORBIDDEN);
        }
    }

    private void again(HttpServletRequest request, HttpServletResponse response, String message, int status)
            throws IOException {
        signIns.again(request, response, LocalCounter.ID, message, status);
    }
}
