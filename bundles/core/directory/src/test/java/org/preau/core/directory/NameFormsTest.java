package org.preau.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameFormsTest {
    @Test
    void takesAccentsCapitalsAndPunctuationAway() {
        assertThat(NameForms.plain("  D'ŒUVRÉ-HAŸ  ")).isEqualTo("d oeuvre hay");
        assertThat(NameForms.plain("Ștefan ŽIVKOVIĆ")).isEqualTo("stefan zivkovic");
        assertThat(NameForms.plain("Groß Æsop Łukasz Ðorđe")).isEqualTo("gross aesop lukasz dorde");
    }

    @Test
    void makesLoginsOfLettersAndDashes() {
        assertThat(NameForms.loginBase("Jean-Pierre", "D'ALMEIDA")).isEqualTo("jean-pierre.dalmeida");
        assertThat(NameForms.loginBase("Lætitia", "LE GOFF")).isEqualTo("laetitia.le-goff");
        assertThat(NameForms.loginBase("Élie 2", "X'")).isEqualTo("elie.x");
        assertThat(NameForms.loginBase("李", "")).isEqualTo("x.x");
        assertThat(NameForms.loginBase("a".repeat(50), "b")).isEqualTo("a".repeat(30) + ".b");
    }
}
