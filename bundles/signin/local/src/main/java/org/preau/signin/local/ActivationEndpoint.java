package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
import org.preau.signin.local.ActivationPage.Mistake;
import org.preau.signin.local.credential.LocalDesk;
import org.preau.signin.local.credential.Verdict;

/** {@code /signin/local/activate}: with login and code of his sheet an adult chooses a password, and is signed in. */
@Component
public final class ActivationEndpoint implements HttpEndpoint {
    static final String PATH = "/signin/local/activate";
    static final String CODE = "code";
    static final String AGAIN = "password2";
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final AfterPassword after;
    private final LocalDesks desks;
    private final ActivationPage page;
    private final Pages pages;
    private final PublicAddress address;

    /** For the service registry. */
    @Activate
    public ActivationEndpoint(
            @Reference AfterPassword after,
            @Reference LocalDesks desks,
            @Reference Pages pages,
            @Reference PublicAddress address) {
        this.after = after;
        this.desks = desks;
        this.page = new ActivationPage(pages, address);
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
        LocalDesk desk = desks.require();
        if (!Asked.posts(request)) {
            page.show(request, response, desk.shortestPassword());
            return;
        }
        Locale locale = pages.localeOf(request);
        if (!Asked.ofOurs(pages, request)) {
            String expired = TEXTS.text(locale, "formExpired");
            again(request, response, desk, ErrorCode.FORBIDDEN, LocalEndpoint.LOGIN, expired);
            return;
        }
        String password = Asked.field(request, LocalEndpoint.PASSWORD);
        if (!password.equals(Asked.field(request, AGAIN))) {
            again(request, response, desk, ErrorCode.INVALID_INPUT, AGAIN, TEXTS.text(locale, "passwordsDiffer"));
            return;
        }
        try {
            answer(request, response, desk, password, locale);
        } catch (PortalException e) {
            again(request, response, desk, e.code(), LocalEndpoint.LOGIN, e.userMessage(locale));
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, LocalDesk desk, String password, Locale locale)
            throws IOException {
        Verdict verdict = desk.activate(
                Asked.field(request, LocalEndpoint.LOGIN),
                Asked.field(request, CODE),
                password,
                address.clientOf(request));
        if (verdict instanceof Verdict.Proven proven) {
            after.proven(request, response, proven.accountId());
        } else if (verdict instanceof Verdict.Weak weak) {
            String what = TEXTS.text(locale, weak.problem(), desk.shortestPassword());
            again(request, response, desk, ErrorCode.INVALID_INPUT, LocalEndpoint.PASSWORD, what);
        } else if (verdict instanceof Verdict.AddressClosed) {
            String what = TEXTS.text(locale, "addressClosed");
            again(request, response, desk, ErrorCode.TOO_MANY, LocalEndpoint.LOGIN, what);
        } else if (verdict instanceof Verdict.OtherCounter) {
            String what = TEXTS.text(locale, "otherCounter");
            again(request, response, desk, ErrorCode.FORBIDDEN, LocalEndpoint.LOGIN, what);
        } else {
            again(request, response, desk, ErrorCode.FORBIDDEN, CODE, TEXTS.text(locale, "wrongCode"));
        }
    }

    private void again(
            HttpServletRequest request,
            HttpServletResponse response,
            LocalDesk desk,
            ErrorCode status,
            String field,
            String message)
            throws IOException {
        page.again(
                request, response, status.httpStatus(), desk.shortestPassword(), List.of(new Mistake(field, message)));
    }
}
