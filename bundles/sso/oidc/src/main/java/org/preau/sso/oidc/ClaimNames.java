package org.preau.sso.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SDET names as claims: the standard claim where OpenID Connect Core has one (section 5.1), else the SDET name in lower snake case, {@code ENTPersonProfils} as {@code ent_person_profils}. The standard
 * ones leave only under their scope (5.4), the others always: a scope only ever narrows what the category gives.
 */
final class ClaimNames {
    /** The standard claims. */
    static final List<String> STANDARD = List.of("given_name", "family_name", "email", "birthdate");

    private static final Map<String, String> NAMES = Map.of(
            "ENTPersonNom", "family_name",
            "ENTPersonPrenom", "given_name",
            "ENTPersonMail", "email",
            "ENTPersonDateNaissance", "birthdate");
    private static final Map<String, String> SCOPES = Map.of(
            "family_name", "profile",
            "given_name", "profile",
            "birthdate", "profile",
            "email", "email");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Pattern FRENCH_DATE = Pattern.compile("([0-9]{2})/([0-9]{2})/([0-9]{4})");

    private ClaimNames() {}

    static Map<String, Object> of(Map<String, List<String>> attributes, Set<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        attributes.forEach((name, values) -> {
            String claim = name(name);
            // The user's identifier is the subject; a connector's "uid" would say it twice.
            if (!values.isEmpty()
                    && !name.equals("uid")
                    && Optional.ofNullable(SCOPES.get(claim))
                            .map(scopes::contains)
                            .orElse(true)) {
                claims.put(claim, values.size() > 1 ? List.copyOf(values) : value(claim, values.get(0)));
            }
        });
        return claims;
    }

    /** The claim of an SDET name. */
    static String name(String sdet) {
        String standard = NAMES.get(sdet);
        return standard == null ? HUMP.matcher(sdet).replaceAll("_").toLowerCase(Locale.ROOT) : standard;
    }

    private static String value(String claim, String value) {
        Matcher french = FRENCH_DATE.matcher(value);
        return claim.equals("birthdate") && french.matches()
                ? french.group(3) + "-" + french.group(2) + "-" + french.group(1)
                : value;
    }
}
