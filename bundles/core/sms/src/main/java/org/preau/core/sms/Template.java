package org.preau.core.sms;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is posted, with places for values. Values are escaped as the type wants it and put in once, so that no text of a message becomes part of the request.
 *
 * @param contentType {@link #JSON} or {@link #FORM}
 * @param body the operator's text
 */
record Template(String contentType, String body) {
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final Pattern PLACE = Pattern.compile("\\{(to|digits|from|text)}");

    /** Checks what the operator wrote. */
    Template {
        if (!contentType.equals(JSON) && !contentType.equals(FORM)) {
            throw new IllegalArgumentException(
                    "org.preau.core.sms: content.type = " + contentType + ": write " + JSON + " or " + FORM);
        }
        if (!body.contains("{text}") || !(body.contains("{to}") || body.contains("{digits}"))) {
            throw new IllegalArgumentException(
                    "org.preau.core.sms: body: write {text}, and {to} or {digits}, where the provider wants them");
        }
    }

    /** The body of one message. */
    byte[] filled(String number, String from, String text) {
        Map<String, String> values = Map.of("to", number, "digits", number.substring(1), "from", from, "text", text);
        UnaryOperator<String> escaped = contentType.equals(JSON)
                ? value -> new String(JsonStringEncoder.getInstance().quoteAsString(value))
                : value -> URLEncoder.encode(value, StandardCharsets.UTF_8);
        return PLACE.matcher(body)
                .replaceAll(place -> Matcher.quoteReplacement(escaped.apply(values.getOrDefault(place.group(1), ""))))
                .getBytes(StandardCharsets.UTF_8);
    }
}
