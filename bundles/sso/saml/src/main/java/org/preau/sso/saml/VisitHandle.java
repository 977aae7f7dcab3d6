package org.preau.sso.saml;

import java.util.Optional;

/**
 * What a logout needs of a visit, as it is noted.
 *
 * @param sessionIndex our name for the visit
 * @param format format of the name
 * @param nameId the user's name there
 */
record VisitHandle(String sessionIndex, String format, String nameId) {
    String text() {
        return sessionIndex + "\n" + format + "\n" + nameId;
    }

    static Optional<VisitHandle> read(String text) {
        String[] parts = text.split("\n", -1);
        return parts.length == 3 ? Optional.of(new VisitHandle(parts[0], parts[1], parts[2])) : Optional.empty();
    }
}
