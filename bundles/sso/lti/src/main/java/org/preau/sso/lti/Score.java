package org.preau.sso.lti;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last word of a tool on one user and one line item (AGS 2.0, 3.4).
 *
 * @param userId the user, as the tool knows him
 * @param given what he got, on the line item's own scale; null while there is none
 * @param comment what the tool says of it; null for nothing
 * @param activity how far he is
 * @param grading how far the grading is
 * @param at when, by the tool's clock
 */
record Score(
        String userId, @Nullable Double given, @Nullable String comment, String activity, String grading, Instant at) {
    private static final Set<String> ACTIVITY =
            Set.of("Initialized", "Started", "InProgress", "Submitted", "Completed");
    private static final Set<String> GRADING = Set.of("FullyGraded", "Pending", "PendingManual", "Failed", "NotReady");
    private static final int LONGEST_COMMENT = 2_000;

    /** One as a tool writes it, turned to the scale of its line item. */
    static Score read(Map<String, Object> json, double maximum) throws ServiceRefusal {
        Instant at = LineItem.time(json, "timestamp");
        if (at == null) {
            throw ServiceRefusal.request("timestamp is missing");
        }
        return new Score(
                LineItem.text(json, "userId").orElseThrow(() -> ServiceRefusal.request("userId is missing")),
                given(json, maximum),
                comment(json),
                one(json, "activityProgress", ACTIVITY),
                one(json, "gradingProgress", GRADING),
                at);
    }

    /** Whether it counts as a result. */
    boolean graded() {
        return given != null && grading.equals("FullyGraded");
    }

    private static @Nullable Double given(Map<String, Object> json, double maximum) throws ServiceRefusal {
        if (json.get("scoreGiven") == null) {
            return null;
        }
        if (json.get("scoreGiven") instanceof Number given
                && json.get("scoreMaximum") instanceof Number most
                && given.doubleValue() >= 0
                && Double.isFinite(given.doubleValue())
                && most.doubleValue() > 0
                && Double.isFinite(most.doubleValue())) {
            return given.doubleValue() / most.doubleValue() * maximum;
        }
        throw ServiceRefusal.request("scoreGiven is a number, not below 0, and comes with a scoreMaximum above 0");
    }

    private static @Nullable String comment(Map<String, Object> json) throws ServiceRefusal {
        Object comment = json.get("comment");
        if (comment == null) {
            return null;
        }
        if (comment instanceof String text && text.length() <= LONGEST_COMMENT) {
            return text;
        }
        throw ServiceRefusal.request("comment is a text of at most " + LONGEST_COMMENT + " characters");
    }

    private static String one(Map<String, Object> json, String name, Set<String> allowed) throws ServiceRefusal {
        String value = LineItem.text(json, name).orElse("");
        if (!allowed.contains(value)) {
            throw ServiceRefusal.request(
                    name + " is one of " + allowed.stream().sorted().toList());
        }
        return value;
    }
}
