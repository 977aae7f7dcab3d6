package org.preau.sso.lti;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tool gives scores for (AGS 2.0, 3.2).
 *
 * @param id its id
 * @param label its name
 * @param maximum the most a score can be, more than 0
 * @param resourceLink the resource it goes with; null for none
 * @param resourceId the tool's own name for what it goes with; null for none
 * @param tag the tool's own mark; null for none
 * @param starts from when on scores are taken; null for no bound. Told to who asks, not enforced
 * @param ends until when
 */
record LineItem(
        UUID id,
        String label,
        double maximum,
        @Nullable String resourceLink,
        @Nullable String resourceId,
        @Nullable String tag,
        @Nullable Instant starts,
        @Nullable Instant ends) {
    private static final int LONGEST = 255;

    /** One as a tool writes it. */
    static LineItem read(UUID id, Map<String, Object> json) throws ServiceRefusal {
        String label = text(json, "label").orElseThrow(() -> ServiceRefusal.request("label is missing"));
        return new LineItem(
                id,
                label,
                maximum(json),
                text(json, "resourceLinkId").orElse(null),
                text(json, "resourceId").orElse(null),
                text(json, "tag").orElse(null),
                time(json, "startDateTime"),
                time(json, "endDateTime"));
    }

    /** As it is told. */
    Map<String, Object> told(String address) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", address);
        json.put("scoreMaximum", maximum);
        json.put("label", label);
        put(json, "resourceLinkId", resourceLink);
        put(json, "resourceId", resourceId);
        put(json, "tag", tag);
        put(json, "startDateTime", starts);
        put(json, "endDateTime", ends);
        return json;
    }

    /** A title as a label: not longer than labels may be. */
    static String label(String title) {
        return title.substring(0, Math.min(LONGEST, title.length()));
    }

    /** A text of a message; nothing when it is missing or blank. */
    static Optional<String> text(Map<String, Object> json, String name) throws ServiceRefusal {
        Object value = json.get(name);
        if (value == null || value.toString().isBlank()) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.length() > LONGEST) {
            throw ServiceRefusal.request(name + " is a text of at most " + LONGEST + " characters");
        }
        return Optional.of(text);
    }

    /** A time of a message, with its zone (ISO 8601); null when it is missing. */
    static @Nullable Instant time(Map<String, Object> json, String name) throws ServiceRefusal {
        Optional<String> value = text(json, name);
        if (value.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value.get()).toInstant();
        } catch (DateTimeException e) {
            throw ServiceRefusal.request(name + " is a time with its zone: 2026-11-22T08:30:00Z");
        }
    }

    private static double maximum(Map<String, Object> json) throws ServiceRefusal {
        if (json.get("scoreMaximum") instanceof Number number
                && number.doubleValue() > 0
                && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw ServiceRefusal.request("scoreMaximum is a number above 0");
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}
