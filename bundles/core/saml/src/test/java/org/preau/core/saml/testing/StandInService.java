package org.preau.core.saml.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.preau.core.saml.xml.SafeXml;
import org.preau.core.saml.xml.SamlNames;
import org.preau.core.saml.xml.XmlSigning;
import org.w3c.dom.Document;

/** A service provider written as text, so that anything can be wrong with what it asks; sound until told otherwise. */
public final class StandInService {
    /** Its name. */
    public static final String NAME = "https://quiz.example/metadata";
    /** Where it takes answers. */
    public static final String CONSUMER = "https://quiz.example/acs";

    public String id = "_q1";
    public String issuer = NAME;
    public String destination = "https://portal.example/sso/saml/sso";
    public String consumer = " AssertionConsumerServiceURL=\"" + CONSUMER + "\"";
    public String more = "";
    public String inside = "";
    public String version = "2.0";
    public Instant now;

    /** At that time. */
    public StandInService(Instant now) {
        this.now = now;
    }

    /** The request as text. */
    public String xml() {
        return "<samlp:AuthnRequest xmlns:samlp=\"" + SamlNames.PROTOCOL + "\" xmlns:saml=\"" + SamlNames.ASSERTION
                + "\" ID=\"" + id + "\" Version=\"" + version + "\" IssueInstant=\"" + now + "\" Destination=\""
                + destination + "\"" + consumer + more + "><saml:Issuer>" + issuer + "</saml:Issuer>" + inside
                + "</samlp:AuthnRequest>";
    }

    /** A logout request as text. */
    public String logout(String name, String sessionIndex) {
        return "<samlp:LogoutRequest xmlns:samlp=\"" + SamlNames.PROTOCOL + "\" xmlns:saml=\"" + SamlNames.ASSERTION
                + "\" ID=\"" + id + "\" Version=\"2.0\" IssueInstant=\"" + now + "\" Destination=\""
                + "https://portal.example/sso/saml/slo\"><saml:Issuer>" + issuer + "</saml:Issuer><saml:NameID>" + name
                + "</saml:NameID><samlp:SessionIndex>" + sessionIndex
                + "</samlp:SessionIndex></samlp:LogoutRequest>";
    }

    /** Text signed inside. */
    public static String signed(String xml, String by) {
        Document document = SafeXml.parse(xml.getBytes(StandardCharsets.UTF_8), SafeXml.METADATA_BYTES);
        XmlSigning.sign(document.getDocumentElement(), TestKeys.signer(by));
        return StandInProvider.text(document);
    }

    /** The query that brings a text, unsigned. */
    public static String query(String xml) {
        return "SAMLRequest=" + encoded(deflated(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same, signed over the query. */
    public static String query(String xml, String relayState, String by, String algorithm) {
        String text = query(xml) + (relayState.isEmpty() ? "" : "&RelayState=" + encoded(relayState)) + "&SigAlg="
                + encoded(algorithm);
        try {
            Signature signature = Signature.getInstance(algorithm.endsWith("sha1") ? "SHA1withRSA" : "SHA256withRSA");
            signature.initSign(TestKeys.signer(by).key());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "&Signature=" + encoded(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes as the redirect binding packs them. */
    public static String deflated(byte[] plain) {
        Deflater deflater = new Deflater(9, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** As the value of a parameter. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Its metadata, with these attributes of its role and these logout services. */
    public static String metadata(String role, String logout) {
        return "<md:EntityDescriptor xmlns:md=\"" + SamlNames.METADATA + "\" entityID=\"" + NAME
                + "\"><md:SPSSODescriptor protocolSupportEnumeration=\"" + SamlNames.PROTOCOL + "\" " + role
                + "><md:KeyDescriptor><ds:KeyInfo xmlns:ds=\"" + SamlNames.DSIG
                + "\"><ds:X509Data><ds:X509Certificate>" + TestKeys.base64("service")
                + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>" + logout
                + "<md:AssertionConsumerService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact\""
                + " Location=\"https://quiz.example/art\" index=\"0\"/><md:AssertionConsumerService"
                + " Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" Location=\""
                + CONSUMER + "\" index=\"1\" isDefault=\"true\"/></md:SPSSODescriptor></md:EntityDescriptor>";
    }

    /** A logout service. */
    public static String logoutBy(String binding, String location) {
        return "<md:SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:" + binding + "\" Location=\""
                + location + "\"/>";
    }
}
