package org.preau.core.saml.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.preau.api.saml.SamlParty;
import org.preau.api.saml.SamlRefusedException;
import org.preau.api.saml.SamlRefusedException.Reason;
import org.preau.core.saml.testing.StandInProvider;
import org.preau.core.saml.testing.TestKeys;
import org.preau.core.saml.testing.WebVisit;

/** A provider whose answers are sound until a case makes them otherwise, and a counter that reads them. */
abstract class ResponseWorld {
    static final Instant NOW = Instant.parse("2026-11-23T08:30:00Z");
    static final URI CONSUMER = URI.create("https://portal.example/signin/test/acs");

    static final SamlParty PROVIDER = new SamlParty(
            StandInProvider.NAME,
            List.of(
                    TestKeys.signer("curve").certificate().getPublicKey(),
                    TestKeys.signer("provider").certificate().getPublicKey()),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            false,
            false,
            false,
            Optional.empty());

    /** A test for each case: the answer is refused, and for that reason. */
    static Stream<DynamicTest> refused(Map<String, Case> cases) {
        return cases.entrySet().stream()
                .map(one -> dynamicTest(one.getKey(), () -> assertThatThrownBy(
                                () -> read(one.getValue().message().get()))
                        .isInstanceOfSatisfying(SamlRefusedException.class, refused -> assertThat(refused.reason())
                                .as(String.valueOf(refused.getMessage()))
                                .isEqualTo(one.getValue().reason()))));
    }

    static CheckedAssertion read(String base64) {
        Inbound inbound = Inbound.of(
                WebVisit.post(CONSUMER.getPath()).with("SAMLResponse", base64).request());
        return VerifiedResponse.of(
                inbound,
                new VerifiedResponse.Expected(
                        PROVIDER,
                        "https://portal.example/signin/test/metadata",
                        CONSUMER,
                        List.of(TestKeys.signer("portal").key()),
                        NOW));
    }

    /** An answer of a provider that does something wrong. */
    static Case wrong(Reason reason, Consumer<StandInProvider> what) {
        return new Case(reason, () -> {
            StandInProvider idp = new StandInProvider(NOW);
            what.accept(idp);
            return idp.base64();
        });
    }

    /** An answer in which somebody replaced something on its way. */
    static Case changed(Reason reason, String what, String by) {
        return text(reason, xml -> {
            assertThat(xml).contains(what);
            return xml.replace(what, by);
        });
    }

    /** An answer whose text somebody changed on its way. */
    static Case text(Reason reason, java.util.function.UnaryOperator<String> change) {
        return new Case(reason, () -> StandInProvider.base64(change.apply(new StandInProvider(NOW).xml())));
    }

    /** A message and why it is refused. */
    record Case(Reason reason, Supplier<String> message) {}
}
