package org.preau.sso.saml;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.connector.Connector;
import org.preau.api.connector.ConnectorCatalogue;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.keys.Keys;
import org.preau.api.saml.SamlBinding;
import org.preau.api.saml.SamlMessages;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.api.saml.SamlRequest;
import org.preau.api.signin.PortalSession;
import org.preau.api.signin.PortalSessions;

/** From a service's question, or the tile, to the answer: the user signs in, chooses and agrees on the way as the portal asks him. */
@Component(service = SignOn.class)
public final class SignOn {
    private static final Duration LIFE = Duration.ofHours(1);

    private final ServiceProviders services;
    private final ConnectorCatalogue catalogue;
    private final SamlMessages messages;
    private final IdentityProvider self;
    private final SignOnAnswer answer;
    private final ReleaseGate gate;
    private final PortalSessions sessions;
    private final Keys keys;
    private final Clock clock;

    /** For the service registry. */
    @Activate
    public SignOn(
            @Reference ServiceProviders services,
            @Reference ConnectorCatalogue catalogue,
            @Reference SamlMessages messages,
            @Reference IdentityProvider self,
            @Reference SignOnAnswer answer,
            @Reference ReleaseGate gate,
            @Reference PortalSessions sessions,
            @Reference Keys keys,
            @Reference Clock clock) {
        this.services = services;
        this.catalogue = catalogue;
        this.messages = messages;
        this.self = self;
        this.answer = answer;
        this.gate = gate;
        this.sessions = sessions;
        this.keys = keys;
        this.clock = clock;
    }

    /** A service asks. A POST comes across sites without the session's cookie: the browser is sent on to a GET of ours. */
    void asked(HttpServletRequest request, HttpServletResponse response, SamlEndpoint.Step step) throws IOException {
        step.name = "AuthnRequest";
        SamlMessages.Received received = messages.receive(request);
        ServiceProviders.Found found = services.byName(received.issuer())
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.UNKNOWN_ISSUER,
                        "no connector's metadata has the service's name: " + shown(received.issuer())));
        step.connector = found.connector().id();
        boolean signed = found.party().signsRequests()
                || found.connector()
                        .setting(SamlProtocol.SIGNED)
                        .filter("true"::equals)
                        .isPresent();
        if (!(received.verified(found.party(), self.signOn(), signed) instanceof SamlRequest.Authn authn)) {
            throw new SamlRefusedException(Reason.UNSUPPORTED, "only an AuthnRequest is taken here");
        }
        SignOnState state = new SignOnState(
                found.connector().id(),
                authn.id(),
                authn.consumer(),
                received.relayState(),
                authn.force(),
                authn.passive(),
                authn.nameIdFormat(),
                clock.instant());
        if (received.binding() == SamlBinding.POST) {
            to(response, resume(state));
        } else {
            goOn(request, response, found.connector(), found.party(), state, step);
        }
    }

    /** The browser comes back from a page of the portal. */
    void resumed(HttpServletRequest request, HttpServletResponse response, String sealed, SamlEndpoint.Step step)
            throws IOException {
        step.name = "AuthnRequest";
        SignOnState state = SignOnState.open(sealed, keys)
                .filter(open -> open.askedAt().plus(LIFE).isAfter(clock.instant()))
                .orElseThrow(
                        () -> new SamlRefusedException(Reason.EXPIRED, "the sign-on took too long, or is not ours"));
        Connector connector = connector(state.connector());
        step.connector = connector.id();
        SamlParty party = party(connector);
        if (party.consumers().stream().noneMatch(one -> one.location().equals(state.consumer()))) {
            throw new SamlRefusedException(
                    Reason.UNKNOWN_CONSUMER, "the assertion consumer is not in the service's metadata any more");
        }
        goOn(request, response, connector, party, state, step);
    }

    /** The portal begins: the tile. */
    void started(HttpServletRequest request, HttpServletResponse response, String id, SamlEndpoint.Step step)
            throws IOException {
        step.name = "tile";
        Connector connector = connector(id);
        step.connector = connector.id();
        SamlParty party = party(connector);
        SamlParty.Endpoint consumer = SamlParty.by(party.consumers(), SamlBinding.POST)
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.UNKNOWN_CONSUMER, "the service's metadata has no assertion consumer by HTTP-POST"));
        SignOnState state = new SignOnState(
                connector.id(),
                "",
                consumer.location(),
                connector.launchUrl().toString(),
                false,
                false,
                "",
                clock.instant());
        goOn(request, response, connector, party, state, step);
    }

    private void goOn(
            HttpServletRequest request,
            HttpServletResponse response,
            Connector connector,
            SamlParty party,
            SignOnState state,
            SamlEndpoint.Step step)
            throws IOException {
        Optional<PortalSession> session = sessions.current(request);
        boolean again = state.force()
                && session.filter(his -> his.since().isBefore(state.askedAt())).isPresent();
        if (session.isEmpty() || again) {
            if (state.passive()) {
                answer.failure(request, response, state, "NoPassive", step);
            } else {
                to(response, (again ? "/signin?renew=1&return=" : "/signin?return=") + encoded(resume(state)));
            }
            return;
        }
        PortalSession his = session.get();
        sessions.touch(his.id());
        // The way back is sealed only for the few who are asked something: it costs as much as what else is looked at
        // here.
        if (gate.pageBefore(his, connector, IdentityProvider.PATH).isEmpty()) {
            answer.success(request, response, connector, party, state, his, step);
        } else if (state.passive()) {
            answer.failure(request, response, state, "NoPassive", step);
        } else {
            String back = resume(state);
            to(response, gate.pageBefore(his, connector, back).orElse(back));
        }
    }

    private Connector connector(String id) {
        return catalogue
                .byId(id)
                .filter(connector -> connector.protocol().equals(SamlProtocol.NAME))
                .orElseThrow(() -> new SamlRefusedException(Reason.UNKNOWN_ISSUER, "there is no such connector"));
    }

    private SamlParty party(Connector connector) {
        return services.of(connector)
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.NO_METADATA, "the service's metadata is missing, wrong or over"));
    }

    private String resume(SignOnState state) {
        return IdentityProvider.PATH + "/resume?state=" + state.sealed(keys);
    }

    private static void to(HttpServletResponse response, String location) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", location);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(200, text.length())).replaceAll("\\p{Cntrl}", "?");
    }
}
