package org.preau.signin.local;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Profile;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.api.signin.SignInDevices;
import org.preau.api.signin.SignInDevices.Device;
import org.preau.signin.local.credential.Verdict;
import org.preau.signin.local.factor.FactorDesks;
import org.preau.signin.local.factor.StepDesk;

/** {@code /signin/local/security}: an adult's own second factors; each change asks for the password again. */
@Component
public final class SecurityEndpoint implements HttpEndpoint {
    static final String PATH = "/signin/local/security";
    private static final Texts TEXTS = Texts.of(LocalCounter.class);

    /** Brought by the sessions. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable SignInDevices devices;

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
            page.show(request, response, account, devicesOf(account), 200, "");
            return;
        }
        pages.checkForm(request);
        sessions.touch(session.get().id());
        if (Asked.field(request, "act").startsWith("device-")) {
            device(request, session.get().subject());
            pages.seeOther(response, sessions.current(request).isPresent() ? PATH : "/signin");
            return;
        }
        String password = Asked.field(request, LocalEndpoint.PASSWORD);
        Verdict verdict = passwords.require().signIn(account.login(), password, address.clientOf(request));
        if (!(verdict instanceof Verdict.Proven proven) || !proven.accountId().equals(account.id())) {
            page.show(request, response, account, devicesOf(account), 403, "securityPassword");
            return;
        }
        change(request, response, account);
    }

    private List<Device> devicesOf(Account account) {
        SignInDevices known = devices;
        return known == null ? List.of() : known.of(account.id());
    }

    /** Who says whose a device is has no password to prove by: he may have signed in at another counter. */
    private void device(HttpServletRequest request, Subject by) {
        SignInDevices known = devices;
        String which = Asked.field(request, "which");
        if (known == null || !which.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return;
        }
        if (Asked.field(request, "act").equals("device-known")) {
            known.confirm(by, UUID.fromString(which));
        } else if (Asked.field(request, "act").equals("device-forget")) {
            known.forget(by, UUID.fromString(which));
        }
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
