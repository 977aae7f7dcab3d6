package org.example.badge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.pages.Pages;
import org.preau.api.signin.SignIns;

/** Answers the form. Proves who somebody is, and leaves the session to the portal. */
@Component(configurationPid = "org.example.badge", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = BadgeConfig.class)
public final class BadgeEndpoint implements HttpEndpoint {
    private static final int SHORTEST = 12;

    private final Accounts accounts;
    private final SignIns signIns;
    private final Pages pages;
    private final byte[] word;

    /**
     * Made by the portal.
     *
     * @throws IllegalArgumentException when the word is too short: the counter is not there then
     */
    @Activate
    public BadgeEndpoint(
            @Reference Accounts accounts, @Reference SignIns signIns, @Reference Pages pages, BadgeConfig config) {
        if (config.word() == null || config.word().length() < SHORTEST) {
            throw new IllegalArgumentException("org.example.badge.cfg: word wants " + SHORTEST + " characters at least");
        }
        this.accounts = accounts;
        this.signIns = signIns;
        this.pages = pages;
        this.word = config.word().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String path() {
        return "/signin/" + BadgeCounter.ID;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            pages.seeOther(response, "/signin");
            return;
        }
        pages.checkForm(request);
        Optional<Account> account = accounts.byLogin(parameter(request, "badge").strip());
        byte[] given = parameter(request, "word").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(word, given) || account.isEmpty()) {
            // The same words for both: nobody learns which logins exist.
            String message = BadgeCounter.TEXTS.text(pages.localeOf(request), "refused");
            signIns.again(request, response, BadgeCounter.ID, message, HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        signIns.proven(request, response, BadgeCounter.ID, account.get().id(), request.getParameter("return"));
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
