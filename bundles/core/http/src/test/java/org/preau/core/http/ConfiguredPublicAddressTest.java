package org.preau.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preau.testkit.Exchange;

class ConfiguredPublicAddressTest {
    @Test
    void isTheLoopbackAddressWithoutConfiguration() {
        ConfiguredPublicAddress address = address("");

        assertThat(address.absolute("/sso/cas")).isEqualTo("http://127.0.0.1:8181/sso/cas");
        assertThat(address.secure()).isFalse();
    }

    @Test
    void isWhatIsConfiguredWithoutTheSlash() {
        ConfiguredPublicAddress address = address("HTTPS://Ent.Example/");

        assertThat(address.origin()).hasToString("https://ent.example");
        assertThat(address.secure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ent.example", "https://ent.example/portal", "ftp://x", "https://u@x", "https://x?y", "https:///"
            })
    void refusesWhatIsNotAnOrigin(String url) {
        assertThatThrownBy(() -> address(url)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void believesForwardedAddressesOfTrustedProxiesOnly() {
        ConfiguredPublicAddress address = address("", "10.0.0.0/8");

        assertThat(address.clientOf(Exchange.get("/")
                        .from("10.1.1.1")
                        .header("X-Forwarded-For", "203.0.113.9")
                        .request()))
                .isEqualTo("203.0.113.9");
        assertThat(address.clientOf(Exchange.get("/")
                        .from("192.0.2.1")
                        .header("X-Forwarded-For", "127.0.0.1")
                        .request()))
                .isEqualTo("192.0.2.1");
        assertThat(address.clientOf(Exchange.get("/")
                        .from("10.1.1.1")
                        .header("X-Forwarded-For", "127.0.0.1, 203.0.113.9, 10.2.2.2")
                        .request()))
                .as("the last hop that is not ours; what the client wrote itself does not count")
                .isEqualTo("203.0.113.9");
        assertThat(address.clientOf(Exchange.get("/").from("10.1.1.1").request()))
                .isEqualTo("10.1.1.1");
    }

    @Test
    void keepsItsSettingsWhenTheNewOnesAreWrong() {
        ConfiguredPublicAddress address = address("https://ent.example");

        assertThatThrownBy(() -> address.change(new Config("nonsense"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(address.origin()).hasToString("https://ent.example");
    }

    private static ConfiguredPublicAddress address(String url, String... proxies) {
        return new ConfiguredPublicAddress(new Config(url, proxies));
    }

    @SuppressWarnings("BadAnnotationImplementation")
    private record Config(String public_url, String... trusted_proxies) implements HttpConfig {
        @Override
        public int org_osgi_service_http_port() {
            return 8181;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return HttpConfig.class;
        }
    }
}
