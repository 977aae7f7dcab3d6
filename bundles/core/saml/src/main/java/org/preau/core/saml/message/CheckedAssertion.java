package org.preau.core.saml.message;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.dom.saml.v2.assertion.AudienceRestrictionType;
import org.keycloak.dom.saml.v2.assertion.AuthnStatementType;
import org.keycloak.dom.saml.v2.assertion.ConditionAbstractType;
import org.keycloak.dom.saml.v2.assertion.ConditionsType;
import org.keycloak.dom.saml.v2.assertion.NameIDType;
import org.keycloak.dom.saml.v2.assertion.OneTimeUseType;
import org.keycloak.dom.saml.v2.assertion.ProxyRestrictionType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationDataType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationType;
import org.keycloak.dom.saml.v2.assertion.SubjectType;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.message.VerifiedResponse.Expected;
import org.preau.core.saml.xml.SamlNames;

/**
 * An assertion whose signature, issuer, subject, conditions and times are right.
 *
 * @param id its id: seen again, it is a replay
 * @param inResponseTo the request it answers
 * @param until when it could not be used any more
 * @param nameId the provider's name for the user
 * @param nameIdFormat format of the name
 * @param sessionIndex the provider's name for the session
 * @param authenticatedAt when the user proved himself
 * @param attributes under their names and friendly names
 */
public record CheckedAssertion(
        String id,
        String inResponseTo,
        Instant until,
        String nameId,
        String nameIdFormat,
        Optional<String> sessionIndex,
        Instant authenticatedAt,
        Map<String, List<String>> attributes) {
    @Override
    public String toString() {
        return "CheckedAssertion[" + id + "]";
    }

    static CheckedAssertion of(AssertionType assertion, Optional<String> responseTo, Expected expected) {
        String issuer =
                assertion.getIssuer() == null ? "" : text(assertion.getIssuer().getValue());
        if (!issuer.equals(expected.provider().entityId())) {
            throw new SamlRefusedException(Reason.UNKNOWN_ISSUER, "the assertion is another provider's");
        }
        checkConditions(assertion.getConditions(), expected);
        SubjectType subject = assertion.getSubject();
        if (subject == null
                || subject.getSubType() == null
                || !(subject.getSubType().getBaseID() instanceof NameIDType name)
                || text(name.getValue()).isEmpty()) {
            throw new SamlRefusedException(Reason.MALFORMED, "the assertion names no subject by a plain NameID");
        }
        SubjectConfirmationDataType bearer = bearer(subject.getConfirmation(), expected);
        String request = text(bearer.getInResponseTo());
        if (request.isEmpty()
                || responseTo.filter(other -> !other.equals(request)).isPresent()) {
            throw new SamlRefusedException(
                    Reason.UNSOLICITED, "the assertion does not say which request of ours it answers");
        }
        AuthnStatementType statement = statement(assertion, expected.now());
        return new CheckedAssertion(
                assertion.getID(),
                request,
                SamlTime.read(bearer.getNotOnOrAfter()).orElseThrow().plus(SamlTime.SKEW),
                text(name.getValue()),
                name.getFormat() == null ? "" : name.getFormat().toString(),
                Optional.ofNullable(statement.getSessionIndex()),
                SamlTime.read(statement.getAuthnInstant()).orElse(expected.now()),
                attributes(assertion));
    }

    private static void checkConditions(@Nullable ConditionsType conditions, Expected expected) {
        if (conditions == null) {
            throw new SamlRefusedException(Reason.WRONG_AUDIENCE, "the assertion has no conditions");
        }
        SamlTime.read(conditions.getNotBefore())
                .filter(begin -> SamlTime.early(begin, expected.now()))
                .ifPresent(begin -> {
                    throw new SamlRefusedException(
                            Reason.NOT_YET_VALID, "the assertion is not valid yet: are both clocks right?");
                });
        SamlTime.read(conditions.getNotOnOrAfter())
                .filter(end -> SamlTime.over(end, expected.now()))
                .ifPresent(end -> {
                    throw new SamlRefusedException(Reason.EXPIRED, "the assertion is over: are both clocks right?");
                });
        boolean meant = false;
        for (ConditionAbstractType condition : conditions.getConditions()) {
            if (condition instanceof AudienceRestrictionType restriction) {
                if (!restriction.getAudience().contains(URI.create(expected.audience()))) {
                    throw new SamlRefusedException(
                            Reason.WRONG_AUDIENCE, "the assertion is not for " + expected.audience());
                }
                meant = true;
            } else if (!(condition instanceof OneTimeUseType) && !(condition instanceof ProxyRestrictionType)) {
                throw new SamlRefusedException(Reason.UNSUPPORTED, "the assertion has a condition that is not known");
            }
        }
        if (!meant) {
            throw new SamlRefusedException(Reason.WRONG_AUDIENCE, "the assertion says for nobody whom it is for");
        }
    }

    private static SubjectConfirmationDataType bearer(List<SubjectConfirmationType> confirmations, Expected expected) {
        SamlRefusedException why =
                new SamlRefusedException(Reason.WRONG_RECIPIENT, "the subject is not confirmed by its bearer");
        for (SubjectConfirmationType confirmation : confirmations) {
            SubjectConfirmationDataType data = confirmation.getSubjectConfirmationData();
            if (!SamlNames.BEARER.equals(confirmation.getMethod()) || data == null) {
                continue;
            }
            Optional<Instant> end = SamlTime.read(data.getNotOnOrAfter());
            if (!expected.consumer().toString().equals(data.getRecipient())) {
                why = new SamlRefusedException(Reason.WRONG_RECIPIENT, "Recipient is not " + expected.consumer());
            } else if (end.isEmpty() || SamlTime.over(end.get(), expected.now())) {
                why = new SamlRefusedException(Reason.EXPIRED, "the confirmation is over: are both clocks right?");
            } else if (SamlTime.read(data.getNotBefore())
                    .filter(begin -> SamlTime.early(begin, expected.now()))
                    .isPresent()) {
                why = new SamlRefusedException(Reason.NOT_YET_VALID, "the confirmation is not valid yet");
            } else {
                return data;
            }
        }
        throw why;
    }

    private static AuthnStatementType statement(AssertionType assertion, Instant now) {
        AuthnStatementType statement = assertion.getStatements().stream()
                .filter(AuthnStatementType.class::isInstance)
                .map(AuthnStatementType.class::cast)
                .findFirst()
                .orElseThrow(() -> new SamlRefusedException(
                        Reason.MALFORMED, "the assertion does not say that the user proved himself"));
        if (SamlTime.read(statement.getSessionNotOnOrAfter())
                .filter(end -> SamlTime.over(end, now))
                .isPresent()) {
            throw new SamlRefusedException(Reason.EXPIRED, "the provider's session is over");
        }
        return statement;
    }

    private static Map<String, List<String>> attributes(AssertionType assertion) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        Map<String, List<String>> byFriendlyName = new LinkedHashMap<>();
        for (AttributeStatementType statement : assertion.getAttributeStatements()) {
            for (AttributeStatementType.ASTChoiceType choice : statement.getAttributes()) {
                AttributeType attribute = choice.getAttribute();
                if (attribute == null) {
                    continue;
                }
                List<String> values = values(attribute);
                byName.computeIfAbsent(attribute.getName(), name -> new ArrayList<>())
                        .addAll(values);
                if (attribute.getFriendlyName() != null) {
                    byFriendlyName
                            .computeIfAbsent(attribute.getFriendlyName(), name -> new ArrayList<>())
                            .addAll(values);
                }
            }
        }
        byFriendlyName.forEach(byName::putIfAbsent);
        return byName;
    }

    private static List<String> values(AttributeType attribute) {
        return attribute.getAttributeValue().stream()
                .map(value ->
                        value instanceof NameIDType name ? text(name.getValue()) : value instanceof String s ? s : "")
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
