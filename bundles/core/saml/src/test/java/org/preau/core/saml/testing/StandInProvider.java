package org.preau.core.saml.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.xml.security.c14n.Canonicalizer;
import org.jspecify.annotations.Nullable;
import org.preau.core.saml.xml.SafeXml;
import org.preau.core.saml.xml.SamlNames;
import org.preau.core.saml.xml.XmlEncryption;
import org.preau.core.saml.xml.XmlSigning;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An identity provider written as text, so that anything can be wrong with what it answers; sound until told otherwise. */
public final class StandInProvider {
    static {
        org.apache.xml.security.Init.init();
    }

    /** Its name. */
    public static final String NAME = "https://idp.example/metadata";

    public String responseId = "_r1";
    public String assertionId = "_a1";
    public String issuer = NAME;
    public String assertionIssuer = NAME;
    public String destination = "https://portal.example/signin/test/acs";
    public String recipient = destination;
    public String audience = "https://portal.example/signin/test/metadata";
    public String request = "_q1";
    public String status = SamlNames.SUCCESS;
    public Instant now;
    public Instant notBefore;
    public Instant notOnOrAfter;
    public String name = "user-1";
    public String attributes = attribute("FrEduCtRefId", "{AAF}24||1234");
    public String conditions = "";
    public boolean signResponse;
    public boolean signAssertion = true;
    public @Nullable String encryptFor;
    public String signer = "provider";
    /** Changes the text before anything is signed. */
    public UnaryOperator<String> before = text -> text;
    /** Changes the document after everything is signed. */
    public List<java.util.function.Consumer<Document>> after = new ArrayList<>();

    /** At that time. */
    public StandInProvider(Instant now) {
        this.now = now;
        this.notBefore = now.minusSeconds(10);
        this.notOnOrAfter = now.plusSeconds(120);
    }

    /** The same at another time. */
    public StandInProvider at(Instant later) {
        now = later;
        notBefore = later.minusSeconds(10);
        notOnOrAfter = later.plusSeconds(120);
        return this;
    }

    /** An attribute with these values. */
    public static String attribute(String name, String... values) {
        StringBuilder text = new StringBuilder("<saml:Attribute Name=\"" + name
                + "\" NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:basic\">");
        for (String value : values) {
            text.append("<saml:AttributeValue xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
                            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"xs:string\">")
                    .append(value)
                    .append("</saml:AttributeValue>");
        }
        return text + "</saml:Attribute>";
    }

    /** The response as text. */
    public String xml() {
        String restriction = audience.isEmpty()
                ? ""
                : "<saml:AudienceRestriction><saml:Audience>" + audience
                        + "</saml:Audience></saml:AudienceRestriction>";
        String inResponseTo = request.isEmpty() ? "" : " InResponseTo=\"" + request + "\"";
        String text = "<samlp:Response xmlns:samlp=\"" + SamlNames.PROTOCOL + "\" xmlns:saml=\"" + SamlNames.ASSERTION
                + "\" ID=\"" + responseId + "\" Version=\"2.0\" IssueInstant=\"" + now + "\""
                + (destination.isEmpty() ? "" : " Destination=\"" + destination + "\"") + inResponseTo
                + "><saml:Issuer>" + issuer + "</saml:Issuer><samlp:Status><samlp:StatusCode Value=\"" + status
                + "\"/></samlp:Status><saml:Assertion ID=\"" + assertionId + "\" Version=\"2.0\" IssueInstant=\"" + now
                + "\"><saml:Issuer>" + assertionIssuer + "</saml:Issuer><saml:Subject><saml:NameID>" + name
                + "</saml:NameID><saml:SubjectConfirmation Method=\"" + SamlNames.BEARER
                + "\"><saml:SubjectConfirmationData NotOnOrAfter=\"" + notOnOrAfter + "\" Recipient=\"" + recipient
                + "\"" + inResponseTo + "/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore=\""
                + notBefore + "\" NotOnOrAfter=\"" + notOnOrAfter + "\">" + restriction + conditions
                + "</saml:Conditions><saml:AuthnStatement AuthnInstant=\"" + now
                + "\" SessionIndex=\"_s1\"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>"
                + attributes + "</saml:AttributeStatement></saml:Assertion></samlp:Response>";
        Document document = SafeXml.parse(before.apply(text).getBytes(StandardCharsets.UTF_8), SafeXml.METADATA_BYTES);
        Element root = document.getDocumentElement();
        Element assertion = (Element) document.getElementsByTagNameNS(SamlNames.ASSERTION, "Assertion")
                .item(0);
        if (signAssertion) {
            XmlSigning.sign(assertion, TestKeys.signer(signer));
        }
        if (encryptFor != null) {
            XmlEncryption.encrypt(
                    assertion, TestKeys.signer(encryptFor).certificate().getPublicKey());
        }
        if (signResponse) {
            XmlSigning.sign(root, TestKeys.signer(signer));
        }
        after.forEach(change -> change.accept(document));
        return text(document);
    }

    /** The response as a form brings it. */
    public String base64() {
        return base64(xml());
    }

    /** Text as a form brings it. */
    public static String base64(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Its metadata. */
    public static String metadata() {
        return metadata("");
    }

    /** Its metadata with further attributes of the root. */
    public static String metadata(String more) {
        return "<md:EntityDescriptor xmlns:md=\"" + SamlNames.METADATA + "\" ID=\"_m1\" entityID=\"" + NAME + "\" "
                + more
                + "><md:IDPSSODescriptor protocolSupportEnumeration=\"" + SamlNames.PROTOCOL
                + "\"><md:KeyDescriptor use=\"signing\"><ds:KeyInfo xmlns:ds=\"" + SamlNames.DSIG
                + "\"><ds:X509Data><ds:X509Certificate>" + TestKeys.base64("provider")
                + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleLogoutService"
                + " Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\""
                + " Location=\"https://idp.example/slo\"/><md:SingleSignOnService"
                + " Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\""
                + " Location=\"https://idp.example/sso\"/></md:IDPSSODescriptor></md:EntityDescriptor>";
    }

    /** A document as text that keeps its signatures. */
    public static String text(Document document) {
        try {
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_WITH_COMMENTS).canonicalizeSubtree(document, bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (org.apache.xml.security.exceptions.XMLSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
