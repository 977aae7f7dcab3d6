package org.preau.sso.lti;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;

/** Messages from and to tools' servers, in JSON. */
final class ServiceAnswers {
    private static final int LONGEST = 64 * 1024;
    private static final int USUAL = 100;
    private static final int MOST = 500;

    private ServiceAnswers() {}

    static void write(HttpServletResponse response, String type, Map<String, ?> json) throws IOException {
        send(response, type, JSONObjectUtils.toJSONString(json));
    }

    static void write(HttpServletResponse response, String type, List<?> json) throws IOException {
        send(response, type, JSONArrayUtils.toJSONString(json));
    }

    static void refuse(HttpServletResponse response, ServiceRefusal refusal) throws IOException {
        response.setStatus(refusal.status());
        if (refusal.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"preau\", error=\"" + refusal.code() + "\"");
        }
        write(response, "application/json", Map.of("error", refusal.code(), "error_description", refusal.reason()));
    }

    /** The object that a tool sends; at most 64 KB. */
    static Map<String, Object> read(HttpServletRequest request) throws IOException, ServiceRefusal {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new ServiceRefusal(413, "invalid_request", "at most 64 KB");
        }
        try {
            return JSONObjectUtils.parse(new String(body, StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw ServiceRefusal.request("the body is a JSON object");
        }
    }

    /** Which part of a list is asked for: {@code limit}, and {@code from} of our own links. */
    static PageRequest page(HttpServletRequest request) throws ServiceRefusal {
        return new PageRequest(
                Math.min(1_000_000, number(request, "from", 0)),
                Math.max(1, Math.min(MOST, number(request, "limit", USUAL))));
    }

    /** Tells where the list goes on (RFC 8288). */
    static void next(
            HttpServletRequest request, HttpServletResponse response, String address, PageRequest page, Page<?> given) {
        int from = page.offset() + page.limit();
        if (from < given.total()) {
            StringBuilder query = new StringBuilder("?limit=" + page.limit() + "&from=" + from);
            request.getParameterMap().forEach((name, values) -> {
                if (!name.equals("limit") && !name.equals("from")) {
                    query.append('&').append(Launches.encoded(name)).append('=').append(Launches.encoded(values[0]));
                }
            });
            response.setHeader("Link", "<" + address + query + ">; rel=\"next\"");
        }
    }

    private static int number(HttpServletRequest request, String name, int otherwise) throws ServiceRefusal {
        String value = request.getParameter(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,7}")) {
            throw ServiceRefusal.request(name + " is a number");
        }
        return Integer.parseInt(value);
    }

    private static void send(HttpServletResponse response, String type, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(type + ";charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
