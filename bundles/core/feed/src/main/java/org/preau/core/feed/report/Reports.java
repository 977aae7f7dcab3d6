package org.preau.core.feed.report;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.feed.Feeds.ReportFormat;

/**
 * Writes reports of runs (44C). The JSON form is {@code {"report": …, "jws": "…"}}: a JWS (RFC 7515, ES256, compact) whose payload is the report byte for byte, with the public key in its header. Safe
 * on any thread.
 */
@Component(service = Reports.class)
public final class Reports {
    private final ReportDocument documents;
    private final ReportKeys keys;

    /** Takes its services. */
    @Activate
    public Reports(@Reference ReportDocument documents, @Reference ReportKeys keys) {
        this.documents = documents;
        this.keys = keys;
    }

    /** Writes the report of a run; the stream stays open. */
    public void write(UUID id, ReportFormat format, OutputStream out) {
        Map<String, Object> document = documents.of(id);
        byte[] bytes = ReportDocument.bytes(document);
        try {
            out.write(
                    switch (format) {
                        case JSON -> signed(bytes);
                        case HTML -> ReportHtml.of(document, bytes).getBytes(StandardCharsets.UTF_8);
                        case CSV -> ReportCsv.of(document).getBytes(StandardCharsets.UTF_8);
                    });
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written", e);
        }
    }

    private byte[] signed(byte[] report) {
        try {
            ECKey key = keys.newest();
            JWSObject jws = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(JOSEObjectType.JOSE)
                            .contentType("application/json")
                            .keyID(key.getKeyID())
                            .jwk(key.toPublicJWK())
                            .build(),
                    new Payload(report));
            jws.sign(new ECDSASigner(key));
            String text = "{\"report\" : " + new String(report, StandardCharsets.UTF_8) + ",\n\"jws\" : \""
                    + jws.serialize() + "\"}\n";
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException("the report cannot be signed", e);
        }
    }
}
