package org.preau.signin.agent;

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
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.directory.Account;
import org.preau.api.http.HttpEndpoint;
import org.preau.api.http.PublicAddress;
import org.preau.api.pages.Pages;
import org.preau.api.signin.SignIns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /signin/agent}: sends the browser to the provider, takes its answer at {@code /callback}, and a choice between accounts at {@code /choice}. */
@Component
public final class AgentEndpoint implements HttpEndpoint {
    private static final Logger log = LoggerFactory.getLogger(AgentEndpoint.class);
    private static final Texts TEXTS = Texts.of(AgentCounter.class);
    private static final int LONGEST = 4_000;

    private final AgentCounter counter;
    private final Visits visits;
    private final Matching matching;
    private final SignIns signIns;
    private final PublicAddress address;
    private final Pages pages;
    private final AgentPages shown;
    private final @Nullable SamlArrivals saml;

    /** For the service registry. */
    @Activate
    public AgentEndpoint(
            @Reference AgentCounter counter,
            @Reference Visits visits,
            @Reference Matching matching,
            @Reference SignIns signIns,
            @Reference PublicAddress address,
            @Reference Pages pages,
            @Reference AgentPages shown) {
        this.counter = counter;
        this.visits = visits;
        this.matching = matching;
        this.signIns = signIns;
        this.address = address;
        this.pages = pages;
        this.shown = shown;
        this.saml = counter.saml()
                .map(way -> new SamlArrivals(way, matching, shown, pages))
                .orElse(null);
    }

    @Override
    public String path() {
        return AgentCounter.PATH;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (saml != null) {
            saml.handle(request, response);
            return;
        }
        String path = request.getRequestURI();
        boolean post = request.getMethod().equals("POST");
        if (path.equals(AgentCounter.PATH) && !post) {
            begin(request, response);
        } else if (path.equals(AgentCounter.CALLBACK) && !post) {
            answered(request, response);
        } else if (path.equals(AgentPages.CHOICE)) {
            choose(request, response, post);
        } else {
            throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "noSuchPage");
        }
    }

    private OidcClient client() throws RefusedException {
        return counter.client().orElseThrow(() -> new RefusedException("no provider"));
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit visit = new Visit(
                Secrets.next(),
                Secrets.next(),
                address.safeReturn(request.getParameter("return")),
                request.getParameter("renew") == null ? null : visits.now());
        String state = Secrets.next();
        String browser = Secrets.next();
        try {
            String question = client().question(state, visit).toString();
            visits.begin(state, browser, visit);
            BrowserCookie.set(response, browser, address.secure());
            pages.seeOther(response, question);
        } catch (RefusedException e) {
            log.warn("The agent counter cannot be used: {}", e.getMessage());
            shown.refused(request, response, 503, "providerDown");
        }
    }

    private void answered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String state = single(request, "state").orElseThrow(() -> new RefusedException("no state"));
            String browser =
                    BrowserCookie.read(request).orElseThrow(() -> new RefusedException("no cookie of this browser"));
            Visit visit = visits.take(state, browser)
                    .orElseThrow(() -> new RefusedException(
                            "a state that is unknown, used already, too old, or another browser's"));
            BrowserCookie.clear(response, address.secure());
            Optional<String> error = single(request, "error");
            if (error.isPresent()) {
                throw new RefusedException("the provider says " + error.get().replaceAll("[^a-z_]", ""));
            }
            String code = single(request, "code").orElseThrow(() -> new RefusedException("no code"));
            Agent agent = client().redeem(code, single(request, "iss").orElse(null), visit);
            welcome(request, response, agent, visit.returnTo());
        } catch (RefusedException e) {
            log.info("A sign-in at the agent counter is refused: {}", e.getMessage());
            shown.refused(request, response, 403, "refused");
        }
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Agent agent, String returnTo)
            throws IOException {
        List<Account> accounts = matching.accountsOf(agent);
        if (accounts.isEmpty()) {
            log.info("Somebody whom the agent counter's provider knows has no account here");
            shown.unknown(request, response);
        } else if (accounts.size() == 1) {
            matching.propose(accounts.get(0), agent);
            enter(request, response, accounts.get(0).id(), agent.proof(), returnTo);
        } else {
            String token = Secrets.next();
            visits.offer(
                    token, new Visits.Choice(accounts.stream().map(Account::id).toList(), agent.proof(), returnTo));
            BrowserCookie.set(response, token, address.secure());
            pages.seeOther(response, AgentPages.CHOICE);
        }
    }

    private void choose(HttpServletRequest request, HttpServletResponse response, boolean post) throws IOException {
        Optional<String> token = BrowserCookie.read(request);
        Optional<Visits.Choice> choice = token.flatMap(visits::offered);
        if (token.isEmpty() || choice.isEmpty()) {
            pages.seeOther(response, "/signin");
            return;
        }
        if (!post) {
            shown.choice(request, response, choice.get().accounts(), "");
            return;
        }
        pages.checkForm(request);
        Optional<UUID> chosen = choice.get().accounts().stream()
                .filter(one -> one.toString().equals(request.getParameter("account")))
                .findFirst();
        if (chosen.isEmpty() || !visits.choose(token.get())) {
            pages.seeOther(response, "/signin");
            return;
        }
        BrowserCookie.clear(response, address.secure());
        enter(
                request,
                response,
                chosen.get(),
                choice.get().proof(),
                choice.get().returnTo());
    }

    private void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            UUID accountId,
            String proof,
            @Nullable String returnTo)
            throws IOException {
        try {
            visits.opened(signIns.proven(request, response, AgentCounter.ID, accountId, returnTo), proof);
        } catch (PortalException e) {
            signIns.again(
                    request,
                    response,
                    AgentCounter.ID,
                    e.userMessage(pages.localeOf(request)),
                    e.code().httpStatus());
        }
    }

    /** A parameter that is there once: one that is repeated is a trick. */
    private static Optional<String> single(HttpServletRequest request, String name) throws RefusedException {
        String[] values = request.getParameterValues(name);
        if (values == null || values.length == 0) {
            return Optional.empty();
        }
        if (values.length > 1 || values[0].length() > LONGEST) {
            throw new RefusedException("the parameter " + name + " is repeated or too long");
        }
        return Optional.of(values[0]);
    }
}
