package org.preau.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeReturnTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "http:evil.example",
                "//evil.example",
                "///evil.example",
                "////evil.example/%2f..",
                "/\\evil.example",
                "\\\\evil.example",
                "\\/evil.example",
                "/%5cevil.example",
                "/%5Cevil.example",
                "/app/\\..\\evil",
                "/%2f%2fevil.example",
                "/%2Fevil.example",
                "/./evil",
                "/.//evil.example",
                "/..//evil.example",
                "/app/../..//evil.example",
                "/app/%2e%2e/x",
                "/app/..",
                "/app//x",
                "/\t/evil.example",
                "/\n/evil.example",
                "/app\r\nSet-Cookie: a=b",
                "/app%0d%0aSet-Cookie:a=b",
                "/\u0000evil",
                "/ /evil.example",
                "/\u00a0/evil.example",
                "/\u2028x",
                "\ufeff//evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "evil.example",
                "app/news",
                "?to=//evil.example",
                "#x",
                "",
                "@evil.example",
                "/app/x|y",
                "/app/%zz",
                "/signout",
                "/signout/now",
                "/signin?to=/signin",
                "/signin/local",
                "/signin/local/security/x",
                "/signin/security"
            })
    void goesHomeInsteadOf(String wanted) {
        assertThat(SafeReturn.of(wanted)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/app/news",
                "/app/news/42?page=2&sort=date",
                "/app/news?next=https://other.example/a//b",
                "/connect/library?service=https%3A%2F%2Flibrary.example%2Fcas%3Fa%3Db",
                "/sso/cas/login?service=https%3A%2F%2Fservice.example%2F",
                "/app/x#part",
                "/signin/local/security",
                "/signinx"
            })
    void keepsPathsOfThePortal(String wanted) {
        assertThat(SafeReturn.of(wanted)).isEqualTo(wanted);
    }

    @Test
    void encodesLettersOutsideAscii() {
        assertThat(SafeReturn.of("/app/news?q=été")).isEqualTo("/app/news?q=%C3%A9t%C3%A9");
    }

    @Test
    void goesHomeWhenNothingOrTooMuchIsWanted() {
        assertThat(SafeReturn.of(null)).isEqualTo("/");
        assertThat(SafeReturn.of("/" + "a".repeat(3000))).isEqualTo("/");
    }
}
