package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.signin.local.credential.LocalDesk;
import org.preau.signin.local.credential.Verdict;

/** {@code /signin/local/password}: an adult changes his own password by the one he has; whoever else is signed in to his account is signed out, and so is he. */
@Component
public final class PasswordEndpoint implements HttpEndpoint {
    static final String PATH = "/signin/local/password";
    static final String NEW = "password1";
    static final String AGAIN = "password2";
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final PortalSessions sessions;
    private final Accounts accounts;
    private final LocalDesks desks;
    private final Pages pages;
    private final PublicAddress address;

    /** For the service registry. */
    @Activate
    public PasswordEndpoint(
            @Reference PortalSessions sessions,
            @Reference Accounts accounts,
            @Reference LocalDesks desks,
            @Reference Pages pages,
            @Reference PublicAddress address) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.desks = desks;
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
        Optional<PortalSession> session = sessions.current(request);
        if (session.isEmpty()) {
            pages.seeOther(response, "/signin?return=" + PATH);
            return;
        }
        Account account = accounts.byId(session.get().accountId())
                .filter(one -> one.profile() != Profile.STUDENT)
                .orElseThrow(() -> new PortalException(ErrorCode.FORBIDDEN, TEXTS, "securityAdults"));
        LocalDesk desk = desks.require();
        if (!Asked.posts(request)) {
            show(request, response, account, desk, 200, "", "");
            return;
        }
        pages.checkForm(request);
        sessions.touch(session.get().id());
        String wanted = Asked.field(request, NEW);
        if (!wanted.equals(Asked.field(request, AGAIN))) {
            show(request, response, account, desk, 400, AGAIN, "passwordsDiffer");
            return;
        }
        Verdict verdict = desk.change(
                account.id(), Asked.field(request, LocalEndpoint.PASSWORD), wanted, address.clientOf(request));
        if (verdict instanceof Verdict.Proven) {
            sessions.revokeAccount(session.get().subject(), account.id());
            pages.render(
                    request,
                    response,
                    200,
                    LocalCounter.class,
                    "passwordchanged",
                    Map.of("title", TEXTS.text(pages.localeOf(request), "changedTitle")));
        } else if (verdict instanceof Verdict.Weak weak) {
            show(request, response, account, desk, 400, NEW, weak.problem());
        } else if (verdict instanceof Verdict.AddressClosed) {
            show(request, response, account, desk, 429, LocalEndpoint.PASSWORD, "addressClosed");
        } else if (verdict instanceof Verdict.OtherCounter) {
            show(request, response, account, desk, 403, LocalEndpoint.PASSWORD, "otherCounter");
        } else {
            show(request, response, account, desk, 403, LocalEndpoint.PASSWORD, "securityPassword");
        }
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            Account account,
            LocalDesk desk,
            int status,
            String wrong,
            String mistake)
            throws IOException {
        Locale locale = pages.localeOf(request);
        String what = mistake.isEmpty() ? "" : TEXTS.text(locale, mistake, desk.shortestPassword());
        pages.render(
                request,
                response,
                status,
                LocalCounter.class,
                "password",
                Map.of(
                        "title", TEXTS.text(locale, "changeTitle"),
                        "login", account.login(),
                        "wrong", !mistake.isEmpty(),
                        "inputId", wrong,
                        "what", what,
                        "fields",
                                List.of(
                                        field(locale, LocalEndpoint.PASSWORD, "changeBefore", "current", "", wrong),
                                        field(
                                                locale,
                                                NEW,
                                                "newPassword",
                                                "new",
                                                TEXTS.text(locale, "newPasswordHint", desk.shortestPassword()),
                                                wrong),
                                        field(locale, AGAIN, "newPasswordAgain", "new", "", wrong))));
    }

    private static Map<String, Object> field(
            Locale locale, String name, String label, String kind, String hint, String wrong) {
        return Map.of(
                "name", name,
                "label", TEXTS.text(locale, label),
                "kind", kind,
                "hint", hint,
                "mistaken", name.equals(wrong));
    }
}
