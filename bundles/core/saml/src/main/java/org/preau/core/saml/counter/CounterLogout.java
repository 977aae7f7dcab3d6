package org.preau.core.saml.counter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.base.Subject;
import org.preau.api.pages.Pages;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlMessages.Message;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.api.saml.SamlRequest;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;
import org.preau.core.saml.message.Inbound;
import org.preau.core.saml.message.MessageWriter;
import org.preau.core.saml.message.Outbound;
import org.preau.core.saml.message.VerifiedRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Single logout of a counter: begun here, or by the provider through the browser or from server to server. */
final class CounterLogout {
    private static final Logger log = LoggerFactory.getLogger(CounterLogout.class);
    private static final String SIGNED_OUT = "/signin?signedout=1";
    private static final int SOAP_BYTES = 64 * 1024;

    private final CounterSide side;
    private final SqlRequests requests;
    private final SqlVisits visits;
    private final PortalSessions sessions;
    private final Pages pages;
    private final Clock clock;
    private final MessageWriter writer;

    CounterLogout(
            CounterSide side,
            SqlRequests requests,
            SqlVisits visits,
            PortalSessions sessions,
            Pages pages,
            Clock clock) {
        this.side = side;
        this.requests = requests;
        this.visits = visits;
        this.sessions = sessions;
        this.pages = pages;
        this.clock = clock;
        this.writer = new MessageWriter(clock);
    }

    /** The provider's logout by redirect, where it offers it, else where it wants the browser at last. */
    Optional<URI> begin(PortalSession ended) {
        Optional<SealedProofs.Visit> visit = visits.take(ended.id(), side.counter());
        if (visit.isEmpty()) {
            return Optional.empty();
        }
        SealedProofs.Visit known = visit.get();
        Optional<SamlParty.Endpoint> endpoint =
                side.watched().current().flatMap(provider -> SamlParty.by(provider.logout(), SamlBinding.REDIRECT));
        if (endpoint.isEmpty()) {
            return Optional.of(known.goodbye()).filter(text -> !text.isEmpty()).map(URI::create);
        }
        URI location = endpoint.get().location();
        Message message = writer.logoutRequest(
                side.entityId(),
                location,
                known.nameId(),
                known.nameIdFormat(),
                known.sessionIndex().isEmpty() ? null : known.sessionIndex());
        if (!known.goodbye().isEmpty()) {
            requests.asked(message.id(), "goodbye." + side.counter(), message.id(), known.goodbye(), false);
        }
        return Optional.of(Outbound.redirect(location, message, message.id(), side.signer()));
    }

    /** A logout message of the provider's. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean soap = request.getMethod().equals("POST")
                && String.valueOf(request.getContentType())
                        .toLowerCase(Locale.ROOT)
                        .contains("xml");
        SamlParty provider = side.provider();
        Inbound inbound = soap ? Inbound.ofSoap(body(request)) : Inbound.of(request);
        SamlRequest message = VerifiedRequest.of(inbound, provider, side.logout(), true, clock.instant());
        if (message instanceof SamlRequest.Logout logout) {
            end(logout, provider);
            reply(request, response, logout, provider, inbound);
        } else if (message instanceof SamlRequest.LogoutDone done) {
            if (!done.success()) {
                log.info("SAML: the provider of {} answers that a logout did not work everywhere", side.path());
            }
            pages.seeOther(
                    response,
                    done.inResponseTo()
                            .flatMap(id -> requests.answered(id, "goodbye." + side.counter()))
                            .orElse(SIGNED_OUT));
        } else {
            throw new SamlRefusedException(Reason.UNSUPPORTED, "only logout messages are taken here");
        }
    }

    private void end(SamlRequest.Logout logout, SamlParty provider) {
        requests.once(provider.entityId() + " " + logout.id(), clock.instant().plus(Duration.ofHours(1)));
        for (UUID session : visits.of(side.counter(), logout.nameId(), logout.sessionIndexes())) {
            sessions.revoke(Subject.SYSTEM, session);
        }
    }

    private void reply(
            HttpServletRequest request,
            HttpServletResponse response,
            SamlRequest.Logout logout,
            SamlParty provider,
            Inbound inbound)
            throws IOException {
        if (inbound.binding() == SamlBinding.SOAP) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getOutputStream()
                    .write(Outbound.soap(
                            writer.logoutResponse(side.entityId(), side.logout(), logout.id(), true), side.signer()));
            return;
        }
        Optional<SamlParty.Endpoint> redirect = SamlParty.by(provider.logout(), SamlBinding.REDIRECT);
        Optional<SamlParty.Endpoint> post = SamlParty.by(provider.logout(), SamlBinding.POST);
        if (redirect.isPresent()) {
            URI location = redirect.get().responses();
            Message answer = writer.logoutResponse(side.entityId(), location, logout.id(), true);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader(
                    "Location",
                    Outbound.redirect(location, answer, inbound.relayState(), side.signer())
                            .toString());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } else if (post.isPresent()) {
            URI location = post.get().responses();
            Message answer = writer.logoutResponse(side.entityId(), location, logout.id(), true);
            Outbound.post(response, location, answer, inbound.relayState(), side.signer(), pages.localeOf(request));
        } else {
            pages.seeOther(response, SIGNED_OUT);
        }
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(SOAP_BYTES + 1);
        if (body.length > SOAP_BYTES) {
            throw new SamlRefusedException(Reason.TOO_LARGE, "the call is larger than any honest one");
        }
        return body;
    }
}
