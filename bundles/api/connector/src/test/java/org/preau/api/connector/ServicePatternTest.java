package org.preau.api.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePatternTest {
    private final ServicePattern below = ServicePattern.parse("https://ent.example/app/*");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ent.example/app/",
                "https://ent.example/app/login?next=/home#top",
                "HTTPS://ENT.example/app/login",
                "https://ent.example:443/app/login",
                "https://ent.example/app/a/../login",
                "https://ent.example/app/./login",
                "https://ent.example/app/page?back=https://evil.example/",
                "https://ent.example/app/a;b=c",
            })
    void acceptsAddressesOfTheService(String address) {
        assertThat(below.matches(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ent.example.evil.com/app/",
                "https://evil.com/https://ent.example/app/",
                "https://ent.example@evil.com/app/",
                "https://ent.example:443@evil.com/app/",
                "https://user@ent.example/app/",
                "https://evil.com#@ent.example/app/",
                "https://evil.com?@ent.example/app/",
                "https://evil.com\\@ent.example/app/",
                "https:\\\\ent.example/app/",
                "https://ent.example\\.evil.com/app/",
                "https://xent.example/app/",
                "https://ent.example./app/",
                "https://ent-example/app/",
                "https://ent.example:8443/app/",
                "https://ent.example:80/app/",
                "http://ent.example/app/",
                "http://ent.example:443/app/",
                "//ent.example/app/",
                "/app/",
                "ent.example/app/",
                "javascript://ent.example/app/%0aalert(1)",
                "https:ent.example/app/",
                "https:/ent.example/app/",
                "https:///ent.example/app/",
                "https://ent%2eexample/app/",
                "https://ent.example%00.evil.com/app/",
                "https://ent.example%2f.evil.com/app/",
                "https://\u0435nt.example/app/",
                "https://ent\u3002example/app/",
            })
    void refusesOtherHostsSchemesAndPorts(String address) {
        assertThat(below.matches(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ent.example/app",
                "https://ent.example/application/",
                "https://ent.example/APP/login",
                "https://ent.example/",
                "https://ent.example/app/../admin",
                "https://ent.example/app/..",
                "https://ent.example/app/a/../../admin",
                "https://ent.example/app/%2e%2e/admin",
                "https://ent.example/app/.%2E/admin",
                "https://ent.example/app/..%2fadmin",
                "https://ent.example/app/..%5cadmin",
                "https://ent.example/app/..;/admin",
                "https://ent.example/app/.;x/../admin",
                "https://ent.example//app/",
                "https://ent.example/x//../app/",
                "https://ent.example/../app/../admin",
                "https://ent.example/../../app/",
                "https://ent.example/app/\nadmin",
                "https://ent.example/app/ x",
                "https://ent.example/app/%0d%0aSet-Cookie:x",
                "https://ent.example/app/%7f",
                "",
            })
    void refusesOtherPathsAndDoubtfulOnes(String address) {
        assertThat(below.matches(address)).isFalse();
    }

    @Test
    void refusesAnEndlessAddress() {
        assertThat(below.matches("https://ent.example/app/" + "a".repeat(2000))).isFalse();
    }

    @Test
    void comparesAnExactPathExactly() {
        ServicePattern exact = ServicePattern.parse("https://ent.example/login/index.php");

        assertThat(exact.matches("https://ent.example/login/index.php?multicas=ent"))
                .isTrue();
        assertThat(exact.matches("https://ent.example/login/index.php/x")).isFalse();
        assertThat(exact.matches("https://ent.example/login/")).isFalse();
    }

    @Test
    void takesAnEmptyPathForTheRoot() {
        assertThat(ServicePattern.parse("https://ent.example").matches("https://ent.example/"))
                .isTrue();
        assertThat(ServicePattern.parse("https://ent.example/*").matches("https://ent.example"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080/*", "http://127.0.0.1/*", "http://127.3.2.1/*", "http://[::1]:8080/*"})
    void allowsPlainHttpOnLoopback(String pattern) {
        assertThat(ServicePattern.parse(pattern).scheme()).isEqualTo("http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ent.example/*",
                "http://127.0.0.1.evil.com/*",
                "http://localhost.evil.com/*",
                "https://*.example/*",
                "https://ent.example/*/login",
                "https://ent.example/app*",
                "https://ent.example*",
                "https://*",
                "*",
                "",
                "ent.example/*",
                "ftp://ent.example/*",
                "https://user@ent.example/*",
                "https://ent.example/app/?x=1",
                "https://ent.example/app/?*",
                "https://ent.example/app#x",
                "https://ent.example/a%2fb/*",
            })
    void refusesPatternsThatSayTooMuchOrNothing(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServicePattern.parse(pattern))
                .withMessageStartingWith("service address " + pattern);
    }
}
