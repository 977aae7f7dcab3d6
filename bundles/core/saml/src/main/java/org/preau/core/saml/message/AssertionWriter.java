package org.preau.core.saml.message;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.dom.saml.v2.assertion.AudienceRestrictionType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextClassRefType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextType;
import org.keycloak.dom.saml.v2.assertion.AuthnStatementType;
import org.keycloak.dom.saml.v2.assertion.ConditionsType;
import org.keycloak.dom.saml.v2.assertion.NameIDType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationDataType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationType;
import org.keycloak.dom.saml.v2.assertion.SubjectType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.preau.api.saml.SamlMessages.Assertion;
import org.preau.api.saml.SamlMessages.Message;
import org.preau.api.saml.SamlMessages.Signer;
import org.preau.core.saml.xml.Elements;
import org.preau.core.saml.xml.SamlNames;
import org.preau.core.saml.xml.XmlEncryption;
import org.preau.core.saml.xml.XmlSigning;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes positive answers of the portal's identity provider. */
final class AssertionWriter {
    /** How long a service has to take it. */
    private static final Duration LIFE = Duration.ofMinutes(2);

    /** Formats of names that mean something between two parties only (SAML core, 8.3.7 and 8.3.8). */
    private static final List<String> QUALIFIED = List.of(SamlNames.PERSISTENT, SamlNames.TRANSIENT);

    private static final String ATTRIBUTE_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";

    private final Clock clock;

    AssertionWriter(Clock clock) {
        this.clock = clock;
    }

    Message write(Assertion told, Signer signer) {
        Instant now = clock.instant();
        String id = MessageWriter.nextId();
        ResponseType response = new ResponseType(id, SamlTime.of(now));
        MessageWriter.fill(response, told.issuer(), told.consumer(), told.inResponseTo());
        response.setStatus(MessageWriter.status("Success"));
        response.addAssertion(new ResponseType.RTChoiceType(assertion(told, now)));
        Document document = KeycloakModel.write(response);
        Element root = document.getDocumentElement();
        Element assertion = Elements.only(root, SamlNames.ASSERTION, "Assertion");
        if (told.signAssertion()) {
            XmlSigning.sign(assertion, signer);
        }
        if (told.encryptFor() != null) {
            XmlEncryption.encrypt(assertion, told.encryptFor());
        }
        if (told.signResponse() || !told.signAssertion()) {
            XmlSigning.sign(root, signer);
        }
        return MessageWriter.message(id, document, true, true);
    }

    private static AssertionType assertion(Assertion told, Instant now) {
        AssertionType assertion = new AssertionType(MessageWriter.nextId(), SamlTime.of(now));
        assertion.setIssuer(MessageWriter.name(told.issuer()));
        assertion.setSubject(subject(told, now));
        ConditionsType conditions = new ConditionsType();
        conditions.setNotBefore(SamlTime.of(now.minus(Duration.ofSeconds(5))));
        conditions.setNotOnOrAfter(SamlTime.of(now.plus(LIFE)));
        AudienceRestrictionType audience = new AudienceRestrictionType();
        audience.addAudience(URI.create(told.audience()));
        conditions.addCondition(audience);
        assertion.setConditions(conditions);
        AuthnStatementType statement = new AuthnStatementType(SamlTime.of(told.authenticatedAt()));
        statement.setSessionIndex(told.sessionIndex());
        AuthnContextType context = new AuthnContextType();
        AuthnContextType.AuthnContextTypeSequence sequence = new AuthnContextType.AuthnContextTypeSequence();
        sequence.setClassRef(new AuthnContextClassRefType(AuthnContext.TOLD));
        context.setSequence(sequence);
        statement.setAuthnContext(context);
        assertion.addStatement(statement);
        if (!told.attributes().isEmpty()) {
            assertion.addStatement(attributes(told));
        }
        return assertion;
    }

    private static SubjectType subject(Assertion told, Instant now) {
        NameIDType name = MessageWriter.name(told.nameId());
        name.setFormat(URI.create(told.nameIdFormat()));
        if (QUALIFIED.contains(told.nameIdFormat())) {
            name.setNameQualifier(told.issuer());
            name.setSPNameQualifier(told.audience());
        }
        SubjectConfirmationDataType data = new SubjectConfirmationDataType();
        data.setRecipient(told.consumer().toString());
        data.setNotOnOrAfter(SamlTime.of(now.plus(LIFE)));
        if (told.inResponseTo() != null) {
            data.setInResponseTo(told.inResponseTo());
        }
        SubjectConfirmationType confirmation = new SubjectConfirmationType();
        confirmation.setMethod(SamlNames.BEARER);
        confirmation.setSubjectConfirmationData(data);
        SubjectType.STSubType named = new SubjectType.STSubType();
        named.addBaseID(name);
        SubjectType subject = new SubjectType();
        subject.setSubType(named);
        subject.addConfirmation(confirmation);
        return subject;
    }

    private static AttributeStatementType attributes(Assertion told) {
        AttributeStatementType statement = new AttributeStatementType();
        told.attributes().forEach((name, values) -> {
            AttributeType attribute = new AttributeType(name);
            attribute.setNameFormat(ATTRIBUTE_FORMAT);
            attribute.setFriendlyName(name);
            values.forEach(attribute::addAttributeValue);
            statement.addAttribute(new AttributeStatementType.ASTChoiceType(attribute));
        });
        return statement;
    }
}
