package org.preau.sso.cas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to {@code serviceValidate} as JSON (CAS 3.0, section 2.5.1: {@code format=JSON}); every attribute is a list. */
final class CasJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CasJson() {}

    /**
     * The answer.
     *
     * @param failure what a refusal is called: {@code authenticationFailure}, {@code proxyFailure}
     */
    static String write(Verdict verdict, String failure) {
        try {
            return JSON.writeValueAsString(Map.of("serviceResponse", content(verdict, failure)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> content(Verdict verdict, String failure) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (verdict instanceof Verdict.Accepted accepted) {
            content.put("user", accepted.grant().userId());
            content.put("attributes", accepted.grant().attributes());
            accepted.iou().ifPresent(iou -> content.put("proxyGrantingTicket", iou));
            if (accepted.grant().proxied()) {
                content.put("proxies", accepted.grant().proxies());
            }
            return Map.of("authenticationSuccess", content);
        }
        if (verdict instanceof Verdict.Issued issued) {
            return Map.of("proxySuccess", Map.of("proxyTicket", issued.ticket()));
        }
        Verdict.Refused refused = (Verdict.Refused) verdict;
        content.put("code", refused.code().name());
        content.put("description", refused.description());
        return Map.of(failure, content);
    }
}
