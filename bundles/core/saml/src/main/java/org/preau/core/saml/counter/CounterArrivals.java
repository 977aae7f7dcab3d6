package org.preau.core.saml.counter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.pages.Pages;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlCounter;
import org.preau.api.saml.SamlMessages.Message;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlProof;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.api.signin.SignIns;
import org.preau.core.saml.message.CheckedAssertion;
import org.preau.core.saml.message.Inbound;
import org.preau.core.saml.message.MessageWriter;
import org.preau.core.saml.message.Outbound;
import org.preau.core.saml.message.VerifiedResponse;

/** A sign-in from its beginning to the session. */
final class CounterArrivals {
    private final CounterSide side;
    private final SqlRequests requests;
    private final SqlVisits visits;
    private final SignIns signIns;
    private final Pages pages;
    private final SamlCounter.Arrival arrival;
    private final Clock clock;
    private final MessageWriter writer;

    CounterArrivals(
            CounterSide side,
            SqlRequests requests,
            SqlVisits visits,
            SignIns signIns,
            Pages pages,
            SamlCounter.Arrival arrival,
            Clock clock) {
        this.side = side;
        this.requests = requests;
        this.visits = visits;
        this.signIns = signIns;
        this.pages = pages;
        this.arrival = arrival;
        this.clock = clock;
        this.writer = new MessageWriter(clock);
    }

    /** Sends the browser to the provider; with {@code renew} the provider must ask the user even if it knows him. */
    void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SamlParty provider = side.provider();
        String id = MessageWriter.nextId();
        String browser = BrowserCookie.ensure(
                request, response, side.path(), side.address().secure());
        boolean anew = request.getParameter("renew") != null;
        requests.asked(id, side.counter(), browser, side.address().safeReturn(request.getParameter("return")), anew);
        Optional<SamlParty.Endpoint> redirect = SamlParty.by(provider.signOn(), SamlBinding.REDIRECT);
        SamlParty.Endpoint endpoint = redirect.or(() -> SamlParty.by(provider.signOn(), SamlBinding.POST))
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.NO_METADATA, "the provider takes requests neither by redirect nor by POST"));
        Message message = writer.authnRequest(id, side.entityId(), endpoint.location(), side.consumer(), anew);
        response.setHeader("Cache-Control", "no-store");
        if (redirect.isPresent()) {
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader(
                    "Location",
                    Outbound.redirect(endpoint.location(), message, id, side.signer())
                            .toString());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } else {
            Outbound.post(response, endpoint.location(), message, id, side.signer(), pages.localeOf(request));
        }
    }

    /** Checks a response, posted across sites without any cookie, and parks what it proves. */
    void consume(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SamlParty provider = side.provider();
        Inbound inbound = Inbound.of(request);
        CheckedAssertion assertion = VerifiedResponse.of(
                inbound,
                new VerifiedResponse.Expected(
                        provider, side.entityId(), side.consumer(), side.privateKeys(), clock.instant()));
        String ticket = requests.park(side.counter(), provider.entityId(), assertion, inbound.relayState());
        pages.seeOther(response, side.path() + "/arrived?ticket=" + ticket);
    }

    /** The browser comes for what was parked. */
    void arrived(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String ticket = Objects.requireNonNullElse(request.getParameter("ticket"), "");
        SamlProof proof = proof(request, ticket)
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.UNSOLICITED,
                        "nothing is parked for this browser: it was used, is over, or another began"));
        response.setHeader("Cache-Control", "no-store");
        arrival.arrived(request, response, ticket, proof);
    }

    Optional<SamlProof> proof(HttpServletRequest request, String ticket) {
        return BrowserCookie.read(request).flatMap(browser -> requests.parked(side.counter(), ticket, browser));
    }

    void signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            String ticket,
            UUID accountId,
            Optional<URI> goodbye)
            throws IOException {
        SamlProof proof = proof(request, ticket)
                .filter(known -> requests.use(ticket))
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.UNSOLICITED,
                        "nothing is parked for this browser: it was used, is over, or another began"));
        UUID session = signIns.proven(request, response, side.counter(), accountId, proof.returnTo());
        visits.note(session, side.counter(), proof, goodbye.map(URI::toString).orElse(""));
    }

    void drop(String ticket) {
        requests.use(ticket);
    }
}
