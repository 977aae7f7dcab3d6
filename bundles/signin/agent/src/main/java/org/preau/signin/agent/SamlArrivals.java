package org.preau.signin.agent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.preau.api.directory.Account;
import org.preau.api.pages.Pages;
import org.preau.api.saml.SamlProof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to who has proved himself by SAML: in, a choice, or a page that says whom to ask. */
final class SamlArrivals {
    private static final Logger log = LoggerFactory.getLogger(SamlArrivals.class);

    private final SamlWay saml;
    private final Matching matching;
    private final AgentPages shown;
    private final Pages pages;

    SamlArrivals(SamlWay saml, Matching matching, AgentPages shown, Pages pages) {
        this.saml = saml;
        this.matching = matching;
        this.shown = shown;
        this.pages = pages;
        saml.tell(this::arrived);
    }

    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getRequestURI().equals(AgentPages.CHOICE)) {
            saml.handle(request, response);
        } else if (request.getMethod().equals("POST")) {
            choose(request, response);
        } else {
            pages.seeOther(response, "/signin");
        }
    }

    private void arrived(HttpServletRequest request, HttpServletResponse response, String ticket, SamlProof proof)
            throws IOException {
        List<Account> accounts = matching.accountsOf(SamlWay.agent(proof));
        if (accounts.isEmpty()) {
            log.info("Somebody whom the agent counter's provider knows has no account here");
            saml.drop(ticket);
            shown.unknown(request, response);
        } else if (accounts.size() == 1) {
            enter(request, response, ticket, accounts.get(0), proof);
        } else {
            shown.choice(request, response, accounts.stream().map(Account::id).toList(), ticket);
        }
    }

    private void choose(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.checkForm(request);
        String ticket = Objects.requireNonNullElse(request.getParameter("ticket"), "");
        Optional<SamlProof> proof = saml.proof(request, ticket);
        Optional<Account> account = proof.flatMap(told -> matching.accountsOf(SamlWay.agent(told)).stream()
                .filter(one -> one.id().toString().equals(request.getParameter("account")))
                .findFirst());
        if (account.isEmpty()) {
            pages.seeOther(response, "/signin");
            return;
        }
        enter(request, response, ticket, account.get(), proof.get());
    }

    private void enter(
            HttpServletRequest request, HttpServletResponse response, String ticket, Account account, SamlProof proof)
            throws IOException {
        matching.propose(account, SamlWay.agent(proof));
        saml.signIn(request, response, ticket, account.id(), proof);
    }
}
