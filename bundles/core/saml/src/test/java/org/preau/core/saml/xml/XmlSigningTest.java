package org.preau.core.saml.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.junit.jupiter.api.Test;
import org.preau.api.saml.SamlMessages.Signer;
import org.preau.core.saml.message.MetadataWriter;
import org.preau.core.saml.testing.TestKeys;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Base64 of ours is one line: services that compare certificates as text, or cut them out of the metadata, otherwise find {@code &#xD;} in it. */
class XmlSigningTest {
    private static final Signer SIGNER = TestKeys.signer("portal");

    @Test
    void writesSignatureAndCertificateInOneLine() {
        String metadata = MetadataWriter.identityProvider(
                "https://portal.example/sso/saml/metadata",
                List.of(SIGNER.certificate()),
                URI.create("https://portal.example/sso/saml/sso"),
                URI.create("https://portal.example/sso/saml/slo"),
                SIGNER);

        assertThat(metadata).doesNotContain("&#").doesNotContainPattern("\\s[A-Za-z0-9+/=]+</");
        assertThat(metadata)
                .containsPattern("SignatureValue>[A-Za-z0-9+/=]+</")
                .contains("X509Certificate>" + TestKeys.base64("portal") + "</");
        Element entity =
                SafeXml.parse(metadata.getBytes(UTF_8), SafeXml.METADATA_BYTES).getDocumentElement();
        assertThat(XmlSignatures.verified(entity, List.of(SIGNER.certificate().getPublicKey()), SafeXml.METADATA_BYTES)
                        .getDocumentElement()
                        .getLocalName())
                .isEqualTo("EntityDescriptor");
    }

    @Test
    void writesWhatIsEncryptedInOneLine() throws Exception {
        Document document = SafeXml.parse(
                ("<samlp:Response xmlns:samlp=\"" + SamlNames.PROTOCOL + "\" xmlns:saml=\"" + SamlNames.ASSERTION
                                + "\"><saml:Assertion ID=\"_a\">" + "x".repeat(300)
                                + "</saml:Assertion></samlp:Response>")
                        .getBytes(UTF_8),
                SafeXml.METADATA_BYTES);
        Element root = document.getDocumentElement();

        XmlEncryption.encrypt(
                Elements.only(root, SamlNames.ASSERTION, "Assertion"),
                SIGNER.certificate().getPublicKey());

        Init.init();
        java.io.ByteArrayOutputStream written = new java.io.ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS).canonicalizeSubtree(document, written);
        assertThat(written.toString(UTF_8)).doesNotContain("&#").containsPattern("CipherValue>[A-Za-z0-9+/=]{300,}</");
        Element encrypted = Elements.only(root, SamlNames.ASSERTION, "EncryptedAssertion");
        assertThat(XmlEncryption.decrypt(encrypted, List.of(SIGNER.key()), false)
                        .getDocumentElement()
                        .getTextContent())
                .hasSize(300);
    }
}
