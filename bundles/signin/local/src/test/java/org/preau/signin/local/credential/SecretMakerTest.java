package org.preau.signin.local.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.preau.api.base.Profile;

class SecretMakerTest {
    @Test
    void hasManyShortWordsThatChildrenCanType() {
        assertThat(SecretMaker.words())
                .hasSizeGreaterThan(1_000)
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(word).matches("[a-z]{3,9}"));
    }

    @Test
    void makesPassphrasesForPupilsAndCodesForAdults() {
        SecretMaker maker = new SecretMaker();

        assertThat(maker.next(Profile.STUDENT).text()).matches("([a-z]+) (?!\\1 )([a-z]+) (?!\\1$|\\2$)[a-z]+");
        assertThat(maker.next(Profile.GUARDIAN).text()).matches("[B-Z2-9]{4}-[B-Z2-9]{4}");
        assertThat(maker.next(Profile.HEAD).kind()).isEqualTo(Secret.Kind.CODE);
    }

    @Test
    void takesSecretHoweverItIsTyped() {
        Secret words = new Secret(Secret.Kind.PASSPHRASE, "chat lune pomme");

        assertThat(words.typedAs("Chat-LUNE  pomme")).isTrue();
        assertThat(words.typedAs("châtlunepomme")).isTrue();
        assertThat(words.typedAs("chat lune")).isFalse();
        assertThat(words.typedAs("")).isFalse();
    }
}
