package org.preau.core.saml.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preau.core.saml.testing.StandInProvider;

/** Answers of an identity provider that are taken. */
class SoundResponseTest extends ResponseWorld {
    @Test
    void takesASoundAnswerHoweverItIsSignedAndEncrypted() {
        for (int way = 0; way < 6; way++) {
            StandInProvider idp = new StandInProvider(NOW);
            idp.signAssertion = way != 1 && way != 4;
            idp.signResponse = way == 1 || way == 2 || way == 4 || way == 5;
            idp.encryptFor = way >= 3 ? "portal" : null;

            CheckedAssertion assertion = read(idp.base64());

            assertThat(assertion.nameId()).isEqualTo("user-1");
            assertThat(assertion.inResponseTo()).isEqualTo("_q1");
            assertThat(assertion.sessionIndex()).contains("_s1");
            assertThat(assertion.attributes()).containsEntry("FrEduCtRefId", List.of("{AAF}24||1234"));
        }
    }

    @Test
    void readsANameWithACommentInItWhole() {
        StandInProvider idp = new StandInProvider(NOW);
        idp.name = "admin<!-- -->.evil.example";

        assertThat(read(idp.base64()).nameId()).isEqualTo("admin.evil.example");
    }

    @Test
    void allowsAMinuteBetweenTheClocks() {
        StandInProvider idp = new StandInProvider(NOW);
        idp.notBefore = NOW.plusSeconds(59);
        assertThat(read(idp.base64()).id()).isEqualTo("_a1");
        idp.notBefore = NOW.minusSeconds(300);
        idp.notOnOrAfter = NOW.minusSeconds(59);
        assertThat(read(idp.base64()).id()).isEqualTo("_a1");
    }

    @Test
    void joinsTheValuesOfAnAttributeThatComesTwice() {
        StandInProvider idp = new StandInProvider(NOW);
        idp.attributes = StandInProvider.attribute("Role", "a") + StandInProvider.attribute("Role", "b", "c");

        assertThat(read(idp.base64()).attributes()).containsEntry("Role", List.of("a", "b", "c"));
    }
}
