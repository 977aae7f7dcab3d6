package org.preau.api.oauth;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * A page that posts itself to a service (OAuth 2.0 Form Post Response Mode). One script, allowed by its hash; without scripts there is a button.
 *
 * @since 1.0
 */
public final class FormPost {
    private static final String SCRIPT = "document.forms[0].submit()";
    private static final String POLICY =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; script-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash(SCRIPT)) + "'";

    private FormPost() {}

    /** Writes the page; names and values are escaped. */
    public static void write(HttpServletResponse response, String address, Map<String, String> fields)
            throws IOException {
        StringBuilder page = new StringBuilder(
                        "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>…</title></head><body>")
                .append("<form method=\"post\" action=\"")
                .append(escaped(address))
                .append("\">");
        fields.forEach((name, value) -> page.append("<input type=\"hidden\" name=\"")
                .append(escaped(name))
                .append("\" value=\"")
                .append(escaped(value))
                .append("\">"));
        page.append("<noscript><button type=\"submit\">Continuer / Continue</button></noscript></form><script>")
                .append(SCRIPT)
                .append("</script></body></html>");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(page.toString());
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
