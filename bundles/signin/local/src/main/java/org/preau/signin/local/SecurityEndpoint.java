package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
import org.preau.signin.local.credential.Verdict;
import org.preau.signin.local.factor.FactorDesks;
import org.preau.signin.local.factor.StepDesk;

/** {@code /signin/local/security}: an adult's own second factors; each change asks for the password again. */
@Component
public final class SecurityEndpoint implements HttpEndpoint {
    static final String PATH = "/signin/local/security";
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    private final PortalSessions sessions;
    private final Accounts accounts;
    private final LocalDesks passwords;
    private final FactorDesks desks;
    private final Pages pages;
    private final PublicAddress address;
    private final SecurityPage page;

    /** For the service registry. */
    @Activate
    public SecurityEndpoint(
            @Reference PortalSessions sessions,
            @Reference Accounts accounts,
            @Reference LocalDesks passwords,
            @Reference FactorDesks desks,
            @Reference Pages pages,
            @Reference PublicAddress address) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.desks = desks;
        this.pages = pages;
        this.address = address;
        this.page = new SecurityPage(desks, pages);
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
        if (!Asked.posts(request)) {
            page.show(request, response, account, 200, "");
            return;
        }
        pages.checkForm(request);
        String password = Asked.field(request, LocalEndpoint.PASSWORD);
        Verdict verdict = passwords.require().signIn(account.login(), password, address.clientOf(request));
        if (!(verdict instanceof Verdict.Proven proven) || !proven.accountId().equals(account.id())) {
            page.show(request, response, account, 403, "securityPassword");
            return;
        }
        change(request, response, account);
    }

    private void change(HttpServletRequest request, HttpServletResponse response, Account account) throws IOException {
        switch (Asked.field(request, "act")) {
            case "add" -> {
                StepDesk.Begun begun = desks.steps().beginAdding(account.id(), PATH);
                StepCookie.set(response, begun.token(), address.secure());
                pages.seeOther(response, AfterPassword.pathOf(begun.purpose()));
            }
            case "remove" -> {
                desks.factors().remove(account.id(), Asked.field(request, "which"));
                pages.seeOther(response, PATH);
            }
            case "codes" -> {
                if (!desks.steps().of(account.id()).any()) {
                    pages.seeOther(response, PATH);
                    return;
                }
                List<String> codes = desks.factors().renewRecovery(account.id());
                page.codes(request, response, codes);
            }
            default -> pages.seeOther(response, PATH);
        }
    }
}
