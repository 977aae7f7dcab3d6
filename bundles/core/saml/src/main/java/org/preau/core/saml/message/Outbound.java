package org.preau.core.saml.message;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Texts;
import org.preau.api.saml.SamlMessages.Message;
import org.preau.api.saml.SamlMessages.Signer;
import org.preau.core.saml.xml.QueryAlgorithms;
import org.preau.core.saml.xml.SafeXml;
import org.preau.core.saml.xml.XmlSigning;
import org.w3c.dom.Document;

/** Brings a message of ours to its place. */
public final class Outbound {
    private static final Texts TEXTS = Texts.of(Outbound.class);
    private static final String SCRIPT = "document.forms[0].submit()";
    private static final String POLICY =
            "default-src 'none'; script-src 'sha256-" + digest(SCRIPT) + "'; base-uri 'none'; frame-ancestors 'self'";

    private Outbound() {}

    /** The address that brings a message by redirect, signed over the query. */
    public static URI redirect(URI location, Message message, @Nullable String relayState, @Nullable Signer signer) {
        StringBuilder query =
                new StringBuilder(parameter(message)).append('=').append(encoded(deflated(message.xml())));
        if (relayState != null && !relayState.isEmpty()) {
            query.append("&RelayState=").append(encoded(relayState));
        }
        if (signer != null) {
            query.append("&SigAlg=").append(encoded(QueryAlgorithms.OURS));
            byte[] signature = QueryAlgorithms.sign(query.toString().getBytes(StandardCharsets.US_ASCII), signer.key());
            query.append("&Signature=").append(encoded(Base64.getEncoder().encodeToString(signature)));
        }
        return URI.create(location + (location.getQuery() == null ? "?" : "&") + query);
    }

    /** Writes the page whose form brings a message by POST: nothing but the form, its own policy allows this one script. */
    public static void post(
            HttpServletResponse response,
            URI location,
            Message message,
            @Nullable String relayState,
            @Nullable Signer signer,
            Locale locale)
            throws IOException {
        String value =
                Base64.getEncoder().encodeToString(signed(message, signer).getBytes(StandardCharsets.UTF_8));
        String relay = relayState == null || relayState.isEmpty()
                ? ""
                : "<input type=\"hidden\" name=\"RelayState\" value=\"" + escaped(relayState) + "\">";
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"" + escaped(locale.getLanguage()) + "\"><head><title>"
                        + escaped(TEXTS.text(locale, "post.title"))
                        + "</title></head><body><form method=\"post\" action=\""
                        + escaped(location.toString()) + "\"><input type=\"hidden\" name=\"" + parameter(message)
                        + "\" value=\"" + value + "\">" + relay + "<noscript><p>"
                        + escaped(TEXTS.text(locale, "post.sentence")) + "</p><button type=\"submit\">"
                        + escaped(TEXTS.text(locale, "post.button")) + "</button></noscript></form><script>" + SCRIPT
                        + "</script></body></html>");
    }

    /** A message in a SOAP envelope. */
    public static byte[] soap(Message message, Signer signer) {
        return ("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                        + signed(message, signer) + "</soap:Body></soap:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String signed(Message message, @Nullable Signer signer) {
        if (signer == null || message.signed()) {
            return message.xml();
        }
        Document document = SafeXml.parse(message.xml().getBytes(StandardCharsets.UTF_8), SafeXml.METADATA_BYTES);
        XmlSigning.sign(document.getDocumentElement(), signer);
        return new String(KeycloakModel.canonical(document), StandardCharsets.UTF_8);
    }

    private static String parameter(Message message) {
        return message.response() ? "SAMLResponse" : "SAMLRequest";
    }

    private static String deflated(String xml) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
                out.write(xml.getBytes(StandardCharsets.UTF_8));
            }
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String digest(String script) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
