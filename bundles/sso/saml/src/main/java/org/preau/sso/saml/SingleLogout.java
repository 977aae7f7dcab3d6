package org.preau.sso.saml;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Subject;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.Exchanges;
import org.preau.api.keys.Keys;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlMessages;
import org.preau.api.saml.SamlMessages.Message;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.api.saml.SamlRequest;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/** {@code /sso/saml/slo}: a service ends the session, by redirect, POST or SOAP, or answers our own logout request. */
@Component(service = SingleLogout.class)
public final class SingleLogout {
    private static final int SOAP_BYTES = 64 * 1024;

    private final ServiceProviders services;
    private final ConnectorCatalogue catalogue;
    private final SamlMessages messages;
    private final IdentityProvider self;
    private final VisitLogout visits;
    private final PortalSessions sessions;
    private final Exchanges exchanges;
    private final Keys keys;

    /** For the service registry. */
    @Activate
    public SingleLogout(
            @Reference ServiceProviders services,
            @Reference ConnectorCatalogue catalogue,
            @Reference SamlMessages messages,
            @Reference IdentityProvider self,
            @Reference VisitLogout visits,
            @Reference PortalSessions sessions,
            @Reference Exchanges exchanges,
            @Reference Keys keys) {
        this.services = services;
        this.catalogue = catalogue;
        this.messages = messages;
        this.self = self;
        this.visits = visits;
        this.sessions = sessions;
        this.exchanges = exchanges;
        this.keys = keys;
    }

    void message(HttpServletRequest request, HttpServletResponse response, SamlEndpoint.Step step) throws IOException {
        step.name = "logout";
        boolean soap = request.getMethod().equals("POST")
                && String.valueOf(request.getContentType())
                        .toLowerCase(Locale.ROOT)
                        .contains("xml");
        SamlMessages.Received received = soap ? messages.receiveSoap(body(request)) : messages.receive(request);
        step.name = received.kind();
        ServiceProviders.Found found = services.byName(received.issuer())
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.UNKNOWN_ISSUER, "no connector's metadata has the service's name"));
        step.connector = found.connector().id();
        SamlRequest message = received.verified(found.party(), self.logout(), true);
        if (message instanceof SamlRequest.Logout logout) {
            boolean ended = end(request, found.connector(), logout, received.binding());
            exchanges.done(found.connector().id(), "LogoutRequest");
            reply(request, response, received, found.party(), logout, ended);
        } else if (message instanceof SamlRequest.LogoutDone done) {
            if (done.success()) {
                exchanges.done(found.connector().id(), "LogoutResponse");
            } else {
                exchanges.refused(found.connector().id(), "LogoutResponse", "the service answers that it did not work");
            }
            response.setContentType("text/plain;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
        } else {
            throw new SamlRefusedException(Reason.UNSUPPORTED, "only logout messages are taken here");
        }
    }

    /** A page of ours that posts a logout request to a service which takes nothing else. */
    void front(HttpServletRequest request, HttpServletResponse response, String sealed) throws IOException {
        String[] parts = visits.opened(sealed)
                .orElseThrow(() -> new SamlRefusedException(Reason.MALFORMED, "the address is not one of ours"));
        SamlParty.Endpoint endpoint = catalogue
                .byId(parts[0])
                .flatMap(services::of)
                .flatMap(party -> SamlParty.by(party.logout(), SamlBinding.POST))
                .orElseThrow(() ->
                        new SamlRefusedException(Reason.NO_METADATA, "the service takes logout messages no more"));
        VisitHandle handle = VisitHandle.read(parts[1])
                .orElseThrow(() -> new SamlRefusedException(Reason.MALFORMED, "the address is not one of ours"));
        Message message = visits.request(handle, endpoint.location());
        messages.post(request, response, endpoint.location(), message, null, self.signer());
    }

    /** Ends the sessions that the service was given the indexes of; one that is over already counts as ended. */
    private boolean end(
            HttpServletRequest request, Connector connector, SamlRequest.Logout logout, SamlBinding binding) {
        if (logout.sessionIndexes().isEmpty()) {
            Optional<PortalSession> his = binding == SamlBinding.SOAP ? Optional.empty() : sessions.current(request);
            his.ifPresent(session -> sessions.revoke(session.subject(), session.id()));
            return his.isPresent();
        }
        boolean all = true;
        for (String index : logout.sessionIndexes()) {
            Optional<UUID> session = SessionIndex.open(index, connector.id(), keys);
            session.flatMap(sessions::byId).ifPresent(his -> sessions.revoke(Subject.SYSTEM, his.id()));
            all &= session.isPresent();
        }
        return all;
    }

    private void reply(
            HttpServletRequest request,
            HttpServletResponse response,
            SamlMessages.Received received,
            SamlParty party,
            SamlRequest.Logout logout,
            boolean ended)
            throws IOException {
        if (received.binding() == SamlBinding.SOAP) {
            response.setContentType("text/xml;charset=UTF-8");
            Message answer = messages.logoutResponse(self.entityId(), self.logout(), logout.id(), ended);
            response.getOutputStream().write(messages.soap(answer, self.signer()));
            return;
        }
        Optional<SamlParty.Endpoint> redirect = SamlParty.by(party.logout(), SamlBinding.REDIRECT);
        Optional<SamlParty.Endpoint> post = SamlParty.by(party.logout(), SamlBinding.POST);
        if (redirect.isPresent()) {
            URI location = redirect.get().responses();
            Message answer = messages.logoutResponse(self.entityId(), location, logout.id(), ended);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader(
                    "Location",
                    messages.redirect(location, answer, received.relayState(), self.signer())
                            .toString());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } else if (post.isPresent()) {
            URI location = post.get().responses();
            Message answer = messages.logoutResponse(self.entityId(), location, logout.id(), ended);
            messages.post(request, response, location, answer, received.relayState(), self.signer());
        } else {
            response.setHeader("Location", "/signin?signedout=1");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
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
