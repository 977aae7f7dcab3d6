package org.preau.sso.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters of a request, in their order. One that comes twice is none (RFC 6749, 3.1): {@link #only} gives nothing, {@link #repeated} tells. */
final class Parameters {
    /** Longest body read. */
    static final int LONGEST_BODY = 65_536;

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    static Parameters parse(@Nullable String encoded) throws Refusal {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            int sign = pair.indexOf('=');
            try {
                String name = decoded(sign < 0 ? pair : pair.substring(0, sign));
                values.computeIfAbsent(name, unused -> new ArrayList<>())
                        .add(sign < 0 ? "" : decoded(pair.substring(sign + 1)));
            } catch (IllegalArgumentException e) {
                throw Refusal.request("the parameters are not encoded as a form");
            }
        }
        return new Parameters(values);
    }

    /** The body of a posted form, as it came. */
    static String body(HttpServletRequest request) throws IOException, Refusal {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            throw Refusal.request("post a form, application/x-www-form-urlencoded");
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw Refusal.request("the request is longer than " + LONGEST_BODY + " bytes");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The value of a parameter that came once and is not empty. */
    Optional<String> only(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.size() == 1 && !all.get(0).isEmpty() ? Optional.of(all.get(0)) : Optional.empty();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Names that came more than once. */
    List<String> repeated() {
        return values.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Without one, whatever its values. */
    Parameters without(String name) {
        Map<String, List<String>> rest = new LinkedHashMap<>(values);
        rest.remove(name);
        return new Parameters(rest);
    }

    /** With one more. */
    Parameters with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name, List.of(value));
        return new Parameters(more);
    }

    /** As a query. */
    String encoded() {
        return values.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    /** As the value of a parameter. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
