package org.preau.signin.educonnect;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.directory.Child;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;
import org.preau.api.pages.Pages;

/** The pages between ÉduConnect and the portal: which account, and none. */
final class AccountChoice {
    private static final Texts TEXTS = Texts.of(AccountChoice.class);

    private final Directory directory;
    private final Structures structures;
    private final Pages pages;

    AccountChoice(Directory directory, Structures structures, Pages pages) {
        this.directory = directory;
        this.structures = structures;
        this.pages = pages;
    }

    /** Asks which of several accounts. */
    void ask(HttpServletRequest request, HttpServletResponse response, String ticket, List<Account> accounts)
            throws IOException {
        Locale locale = pages.localeOf(request);
        List<Map<String, String>> choices = accounts.stream()
                .map(account -> Map.of(
                        "value", account.id().toString(),
                        "name", (account.firstName() + " " + account.lastName()).strip(),
                        "profile",
                                TEXTS.text(
                                        locale, "profile." + account.profile().name()),
                        "place", place(account)))
                .toList();
        pages.render(
                request,
                response,
                HttpServletResponse.SC_OK,
                AccountChoice.class,
                "choice",
                Map.of(
                        "title",
                        TEXTS.text(locale, "choice.title"),
                        "action",
                        EduConnectEndpoint.CHOOSE,
                        "ticket",
                        ticket,
                        "choices",
                        choices));
    }

    /** Says that nobody here is known by what ÉduConnect tells, and whom to ask. */
    void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.render(
                request,
                response,
                HttpServletResponse.SC_FORBIDDEN,
                AccountChoice.class,
                "unknown",
                Map.of("title", TEXTS.text(pages.localeOf(request), "unknown.title")));
    }

    /** Schools and classes: a guardian's through his children, whose first names are shown. */
    private String place(Account account) {
        if (account.profile() == Profile.GUARDIAN) {
            return directory.childrenOf(account.personId()).stream()
                    .map(this::child)
                    .collect(Collectors.joining(" ; "));
        }
        return directory.scopesOf(account.personId()).stream()
                .filter(one -> one.scope().kind() != Scope.Kind.GROUP)
                .map(Membership::label)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String child(Child child) {
        String school =
                structures.byId(child.structureId()).map(one -> one.name()).orElse("");
        String where = child.className().isEmpty() ? school : school + ", " + child.className();
        return where.isEmpty() ? child.firstName() : child.firstName() + " (" + where + ")";
    }
}
