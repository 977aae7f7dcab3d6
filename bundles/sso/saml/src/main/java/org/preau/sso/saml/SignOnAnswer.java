package org.preau.sso.saml;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.Ids;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.connector.Connector;
import org.preau.api.connector.Exchanges;
import org.preau.api.connector.Release;
import org.preau.api.connector.ReleaseGate;
import org.preau.api.connector.ReleaseOutcome;
import org.preau.api.connector.ServiceVisits;
import org.preau.api.keys.Keys;
import org.preau.api.saml.SamlMessages;
import org.preau.api.saml.SamlMessages.Message;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.api.signin.PortalSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what may leave, and posts the answer to the service. */
@Component(service = SignOnAnswer.class)
public final class SignOnAnswer {
    private static final Logger log = LoggerFactory.getLogger(SignOnAnswer.class);
    private static final Texts TEXTS = Texts.of(SignOnAnswer.class);
    private static final String FORMATS = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
    private static final String ANY = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

    private final ReleaseGate gate;
    private final SamlMessages messages;
    private final IdentityProvider self;
    private final ServiceVisits visits;
    private final Exchanges exchanges;
    private final Keys keys;

    /** For the service registry. */
    @Activate
    public SignOnAnswer(
            @Reference ReleaseGate gate,
            @Reference SamlMessages messages,
            @Reference IdentityProvider self,
            @Reference ServiceVisits visits,
            @Reference Exchanges exchanges,
            @Reference Keys keys) {
        this.gate = gate;
        this.messages = messages;
        this.self = self;
        this.visits = visits;
        this.exchanges = exchanges;
        this.keys = keys;
    }

    void success(
            HttpServletRequest request,
            HttpServletResponse response,
            Connector connector,
            SamlParty party,
            SignOnState state,
            PortalSession session,
            SamlEndpoint.Step step)
            throws IOException {
        boolean passing = state.format().equals(FORMATS + "transient");
        if (!passing
                && !state.format().isEmpty()
                && !state.format().equals(ANY)
                && !state.format().equals(FORMATS + "persistent")) {
            failure(request, response, state, "InvalidNameIDPolicy", step);
            return;
        }
        PublicKey encryptFor = encryptFor(connector, party);
        ReleaseOutcome outcome =
                gate.release(session, connector, state.consumer().toString());
        if (outcome instanceof ReleaseOutcome.ConsentNeeded asked) {
            response.setHeader("Location", asked.page());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        Release release = released(outcome);
        boolean known = release.userId().isPresent() && !passing;
        VisitHandle handle = new VisitHandle(
                SessionIndex.of(session.id(), connector.id(), keys),
                FORMATS + (known ? "persistent" : "transient"),
                known ? release.userId().get() : "_" + Ids.next().toString().replace("-", ""));
        Message message = messages.response(
                new SamlMessages.Assertion(
                        self.entityId(),
                        party.entityId(),
                        state.consumer(),
                        state.request().isEmpty() ? null : state.request(),
                        handle.nameId(),
                        handle.format(),
                        handle.sessionIndex(),
                        session.since(),
                        release.attributes(),
                        true,
                        encryptFor != null
                                || connector
                                        .setting(SamlProtocol.RESPONSE_SIGNED)
                                        .filter("true"::equals)
                                        .isPresent(),
                        encryptFor),
                self.signer());
        visits.note(session, connector, handle.text());
        exchanges.done(connector.id(), step.name);
        messages.post(request, response, state.consumer(), message, state.relayState(), self.signer());
    }

    void failure(
            HttpServletRequest request,
            HttpServletResponse response,
            SignOnState state,
            String status,
            SamlEndpoint.Step step)
            throws IOException {
        exchanges.refused(state.connector(), step.name, "answered " + status);
        Message message = messages.failure(
                self.entityId(), state.consumer(), state.request().isEmpty() ? null : state.request(), status);
        messages.post(request, response, state.consumer(), message, state.relayState(), self.signer());
    }

    private static @Nullable PublicKey encryptFor(Connector connector, SamlParty party) {
        if (connector.setting(SamlProtocol.ENCRYPTED).filter("true"::equals).isEmpty()) {
            return null;
        }
        return party.encryption()
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.NO_METADATA,
                        "assertion.encrypted is set, but the service's metadata has no key to encrypt for"));
    }

    private static Release released(ReleaseOutcome outcome) {
        if (outcome instanceof ReleaseOutcome.Released released) {
            return released.release();
        }
        if (outcome instanceof ReleaseOutcome.Unavailable unavailable) {
            log.warn("SAML: {}", unavailable.why());
            throw new PortalException(ErrorCode.UNAVAILABLE, TEXTS, "unavailable");
        }
        throw new PortalException(ErrorCode.NOT_FOUND, TEXTS, "not-for-user");
    }
}
