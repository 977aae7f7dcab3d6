package org.preau.sso.lti;

import java.util.List;
import java.util.Map;

/** SDET profiles as LTI roles (LTI 1.3, A.2). */
final class Roles {
    private static final String CONTEXT = "http://purl.imsglobal.org/vocab/lis/v2/membership#";
    private static final String INSTITUTION = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";
    private static final Map<String, List<String>> ROLES = Map.of(
            "National_elv", List.of(CONTEXT + "Learner", INSTITUTION + "Student"),
            "National_tut", List.of(CONTEXT + "Mentor", INSTITUTION + "Guest"),
            "National_ens", List.of(CONTEXT + "Instructor", INSTITUTION + "Faculty"),
            "National_dir", List.of(CONTEXT + "Instructor", INSTITUTION + "Faculty"));

    private Roles() {}

    /** Roles of the profiles that were released; none where the category releases none. */
    static List<String> of(List<String> profiles) {
        return profiles.stream()
                .flatMap(profile -> ROLES.getOrDefault(profile, List.of(INSTITUTION + "Staff")).stream())
                .distinct()
                .toList();
    }
}
