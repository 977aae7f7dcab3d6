package org.preau.core.saml.message;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.dom.saml.v2.protocol.AuthnContextComparisonType;
import org.keycloak.dom.saml.v2.protocol.RequestedAuthnContextType;

/** How users prove themselves, as services are told and as they may insist on it (SAML core, 3.3.2.2.1). */
final class AuthnContext {
    private static final String CLASSES = "urn:oasis:names:tc:SAML:2.0:ac:classes:";

    /** What every assertion says. */
    static final URI TOLD = URI.create(CLASSES + "PasswordProtectedTransport");

    private static final String ANY = CLASSES + "unspecified";
    /** What ours is better than. */
    private static final List<String> LESS = List.of(CLASSES + "Password", ANY);

    private AuthnContext() {}

    /** Whether what is told meets what is asked for; a service that asks for nothing is content with anything. */
    static boolean offers(@Nullable RequestedAuthnContextType asked) {
        if (asked == null) {
            return true;
        }
        List<String> classes = asked.getAuthnContextClassRef();
        AuthnContextComparisonType comparison = asked.getComparison();
        if (comparison == AuthnContextComparisonType.BETTER) {
            return !classes.isEmpty() && LESS.containsAll(classes);
        }
        boolean less = comparison == AuthnContextComparisonType.MINIMUM;
        return classes.isEmpty()
                ? asked.getAuthnContextDeclRef().isEmpty()
                : classes.stream()
                        .anyMatch(each ->
                                each.equals(TOLD.toString()) || each.equals(ANY) || less && LESS.contains(each));
    }
}
