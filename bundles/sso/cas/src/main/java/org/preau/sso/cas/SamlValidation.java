package org.preau.sso.cas;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.preau.api.connector.Exchanges;
import org.preau.api.http.PublicAddress;
import org.preau.sso.cas.TicketValidation.Presented;
import org.preau.sso.cas.Verdict.Code;
import org.preau.sso.cas.Verdict.Refused;

/** {@code /samlValidate} (CAS 3.0, section 4.2): a ticket presented and answered in SAML 1.1 over SOAP, for older clients. */
final class SamlValidation {
    private static final String STEP = "samlValidate";
    private static final int LONGEST = 64 * 1024;

    private final TicketValidation validation;
    private final Exchanges exchanges;
    private final PublicAddress address;
    private final Clock clock;

    SamlValidation(TicketValidation validation, Exchanges exchanges, PublicAddress address, Clock clock) {
        this.validation = validation;
        this.exchanges = exchanges;
        this.address = address;
        this.clock = clock;
    }

    void validate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] targets = request.getParameterValues("TARGET");
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            exchanges.refused("", STEP, "the message is bigger than " + LONGEST + " bytes");
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        Optional<SamlRequest> message = SamlRequest.read(body);
        if (message.isEmpty() || targets == null || targets.length != 1) {
            String description = "give TARGET once, and a SOAP message with one AssertionArtifact";
            exchanges.refused("", STEP, Code.INVALID_REQUEST + ": " + description);
            answer(response, new Refused(Code.INVALID_REQUEST, description), "", "");
            return;
        }
        Verdict verdict =
                validation.judge(new Presented(STEP, targets[0], message.get().ticket(), false, "", false));
        answer(response, verdict, targets[0], message.get().id());
    }

    private void answer(HttpServletResponse response, Verdict verdict, String service, String inResponseTo)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter()
                .write(SamlXml.write(verdict, address.absolute("/sso/cas"), service, inResponseTo, clock.instant()));
    }
}
