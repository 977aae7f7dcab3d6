package org.preau.sso.saml;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.PortalException;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.ServiceVisits.Visit;
import org.preau.api.connector.SsoProtocol.LogoutAnswer;
import org.preau.api.http.OutgoingCalls;
import org.preau.api.keys.Keys;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlMessages;
import org.preau.api.saml.SamlMessages.Message;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRequest;

/** Tells services that a portal session is over: by SOAP where they take it, else through the browser. */
@Component(service = VisitLogout.class)
public final class VisitLogout {
    static final String FRONT = "/sso/saml/front";
    private static final String KEY = "sso.saml.front";

    private final ServiceProviders services;
    private final SamlMessages messages;
    private final IdentityProvider self;
    private final OutgoingCalls calls;
    private final Exchanges exchanges;
    private final Keys keys;

    /** For the service registry. */
    @Activate
    public VisitLogout(
            @Reference ServiceProviders services,
            @Reference SamlMessages messages,
            @Reference IdentityProvider self,
            @Reference OutgoingCalls calls,
            @Reference Exchanges exchanges,
            @Reference Keys keys) {
        this.services = services;
        this.messages = messages;
        this.self = self;
        this.calls = calls;
        this.exchanges = exchanges;
        this.keys = keys;
    }

    boolean consumes(Connector connector, String destination) {
        return services.of(connector)
                .map(party -> party.consumers().stream()
                        .anyMatch(one -> one.location().toString().equals(destination)))
                .orElse(false);
    }

    /** What services are told about the portal. */
    Map<String, String> told() {
        return self.told();
    }

    Optional<String> serviceName(Connector connector) {
        return services.nameOf(connector);
    }

    LogoutAnswer tell(Visit visit) {
        Optional<SamlParty> party = services.of(visit.connector());
        Optional<SamlParty.Endpoint> soap = party.flatMap(one -> SamlParty.by(one.logout(), SamlBinding.SOAP));
        Optional<VisitHandle> handle = VisitHandle.read(visit.handle());
        if (party.isEmpty() || soap.isEmpty() || handle.isEmpty()) {
            return LogoutAnswer.NOT_OFFERED;
        }
        URI location = soap.get().location();
        try {
            Message message = request(handle.get(), location);
            OutgoingCalls.Answer answer = calls.post(
                    location,
                    "text/xml;charset=UTF-8",
                    messages.soap(message, self.signer()),
                    Map.of("SOAPAction", "\"http://www.oasis-open.org/committees/security\""));
            SamlRequest read = messages.receiveSoap(answer.body()).verified(party.get(), location, true);
            if (read instanceof SamlRequest.LogoutDone done
                    && done.success()
                    && done.inResponseTo().filter(message.id()::equals).isPresent()) {
                exchanges.done(visit.connector().id(), "LogoutRequest by SOAP");
                return LogoutAnswer.DONE;
            }
            exchanges.refused(
                    visit.connector().id(), "LogoutRequest by SOAP", "the service answers that it did not work");
        } catch (SamlRefusedException e) {
            exchanges.refused(
                    visit.connector().id(),
                    "LogoutRequest by SOAP",
                    "the service's answer is not taken: " + e.getMessage());
        } catch (IOException e) {
            exchanges.refused(visit.connector().id(), "LogoutRequest by SOAP", "the service does not answer");
        }
        return LogoutAnswer.FAILED;
    }

    /** The address that ends the visit when the browser loads it; for services that take POST only, one of ours that posts. */
    Optional<URI> address(Visit visit) {
        Optional<SamlParty> party = services.of(visit.connector());
        Optional<VisitHandle> handle = VisitHandle.read(visit.handle());
        if (party.isEmpty() || handle.isEmpty()) {
            return Optional.empty();
        }
        Optional<SamlParty.Endpoint> redirect = SamlParty.by(party.get().logout(), SamlBinding.REDIRECT);
        if (redirect.isPresent()) {
            URI location = redirect.get().location();
            return Optional.of(messages.redirect(location, request(handle.get(), location), null, self.signer()));
        }
        if (SamlParty.by(party.get().logout(), SamlBinding.POST).isEmpty()) {
            return Optional.empty();
        }
        byte[] plain = (visit.connector().id() + "\n" + visit.handle()).getBytes(StandardCharsets.UTF_8);
        return Optional.of(URI.create(
                FRONT + "?visit=" + Base64.getUrlEncoder().withoutPadding().encodeToString(keys.seal(KEY, plain))));
    }

    /** Connector and handle of an address of ours. */
    Optional<String[]> opened(String sealed) {
        try {
            String plain = new String(keys.open(KEY, Base64.getUrlDecoder().decode(sealed)), StandardCharsets.UTF_8);
            return Optional.of(plain.split("\n", 2)).filter(parts -> parts.length == 2);
        } catch (PortalException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Message request(VisitHandle handle, URI location) {
        return messages.logoutRequest(
                self.entityId(), location, handle.nameId(), handle.format(), handle.sessionIndex());
    }
}
