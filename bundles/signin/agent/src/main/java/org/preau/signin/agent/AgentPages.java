package org.preau.signin.agent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.Accounts;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.pages.Pages;

/** The pages of the counter: a refusal, nobody of that address here, a choice between accounts. */
@Component(service = AgentPages.class)
public final class AgentPages {
    static final String CHOICE = AgentCounter.PATH + "/choice";
    private static final Texts TEXTS = Texts.of(AgentCounter.class);

    private final Pages pages;
    private final Accounts accounts;
    private final Directory directory;

    /** For the service registry. */
    @Activate
    public AgentPages(@Reference Pages pages, @Reference Accounts accounts, @Reference Directory directory) {
        this.pages = pages;
        this.accounts = accounts;
        this.directory = directory;
    }

    void refused(HttpServletRequest request, HttpServletResponse response, int status, String why) throws IOException {
        Locale locale = pages.localeOf(request);
        pages.render(
                request,
                response,
                status,
                AgentCounter.class,
                "refused",
                Map.of("title", TEXTS.text(locale, "refusedTitle"), "why", TEXTS.text(locale, why)));
    }

    void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.render(
                request,
                response,
                403,
                AgentCounter.class,
                "unknown",
                Map.of("title", TEXTS.text(pages.localeOf(request), "unknownTitle")));
    }

    void choice(HttpServletRequest request, HttpServletResponse response, List<UUID> ids, String ticket)
            throws IOException {
        pages.render(
                request,
                response,
                200,
                AgentCounter.class,
                "choice",
                Map.of(
                        "title",
                        TEXTS.text(pages.localeOf(request), "choiceTitle"),
                        "ticket",
                        ticket,
                        "accounts",
                        ids.stream()
                                .flatMap(id -> accounts.byId(id).stream())
                                .map(one -> Map.of(
                                        "id",
                                        one.id().toString(),
                                        "name",
                                        (one.firstName() + " " + one.lastName()).strip(),
                                        "login",
                                        one.login(),
                                        "where",
                                        where(one)))
                                .toList()));
    }

    private String where(Account account) {
        return directory.scopesOf(account.personId()).stream()
                .filter(one -> one.scope().kind() == org.preau.api.directory.Scope.Kind.STRUCTURE)
                .map(Membership::label)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
    }
}
