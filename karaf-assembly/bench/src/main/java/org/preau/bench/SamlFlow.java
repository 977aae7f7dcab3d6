package org.preau.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.preau.driver.PlainClient;

/** SAML 2.0 for a user who is signed in: request by redirect, response with a signed assertion by a form. The same for every provider; the signature is not checked, that is the service's work. */
final class SamlFlow implements SsoFlow {
    static final String ENTITY = "http://127.0.0.1:9/bench/saml";
    private static final String CONSUMER = ENTITY + "/acs";

    /** What the service tells of itself. */
    static final String METADATA =
            "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"" + ENTITY
                    + "\"><SPSSODescriptor WantAssertionsSigned=\"true\" protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">"
                    + "<NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>"
                    + "<AssertionConsumerService index=\"0\" isDefault=\"true\" Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" Location=\""
                    + CONSUMER + "\"/></SPSSODescriptor></EntityDescriptor>";

    private static final Pattern SIGN_ON =
            Pattern.compile("SingleSignOnService\\b[^>]*HTTP-Redirect\"[^>]*Location=\"([^\"]*)\"");

    private final String signOn;

    /** Reads the provider's metadata. */
    SamlFlow(PlainClient service, String metadata) {
        HttpResponse<String> answer = service.get(metadata);
        Matcher found = SIGN_ON.matcher(answer.body());
        if (!found.find()) {
            throw new AssertionError("no SAML at " + metadata + ": " + answer.statusCode());
        }
        signOn = found.group(1).replace("&amp;", "&");
    }

    @Override
    public String begin() {
        String request = "<samlp:AuthnRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_"
                + UUID.randomUUID() + "\" Version=\"2.0\" IssueInstant=\""
                + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\" Destination=\"" + signOn
                + "\" ProtocolBinding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" AssertionConsumerServiceURL=\""
                + CONSUMER + "\"><saml:Issuer xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">" + ENTITY
                + "</saml:Issuer></samlp:AuthnRequest>";
        return signOn + (signOn.contains("?") ? "&" : "?") + "SAMLRequest="
                + URLEncoder.encode(Base64.getEncoder().encodeToString(deflated(request)), StandardCharsets.UTF_8);
    }

    @Override
    public void once(PlainClient user) {
        HttpResponse<String> answer = user.get(begin());
        String response = PlainClient.hiddenFields(answer.body()).getOrDefault("SAMLResponse", "");
        String xml = new String(Base64.getMimeDecoder().decode(response), StandardCharsets.UTF_8);
        if (!xml.contains("status:Success") || !xml.contains("SignatureValue")) {
            throw new AssertionError("no response: " + answer.statusCode() + " " + PlainClient.location(answer) + " "
                    + answer.body() + xml);
        }
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
