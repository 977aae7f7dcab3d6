package org.preau.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworksTest {
    private final Networks networks =
            Networks.of(List.of("127.0.0.0/8, ::1", "10.20.0.0/15", "2001:db8::/33", "192.0.2.9"));

    @Test
    void containsAddressesOfItsNetworks() {
        assertThat(List.of(
                        "127.3.2.1",
                        "::1",
                        "[::1]",
                        "0:0:0:0:0:0:0:1",
                        "10.21.255.255",
                        "2001:db8:7fff::1",
                        "192.0.2.9",
                        "::ffff:127.0.0.1"))
                .allMatch(networks::contains);
    }

    @Test
    void containsNoOtherAddressAndNoName() {
        assertThat(List.of(
                        "10.22.0.0",
                        "2001:db8:8000::1",
                        "192.0.2.8",
                        "localhost",
                        "",
                        "1",
                        "abc",
                        "127.0.0.1.example.org",
                        "unknown"))
                .noneMatch(networks::contains);
        assertThat(Networks.of(List.of("")).contains("127.0.0.1")).isFalse();
    }

    @Test
    void refusesWhatIsNotANetwork() {
        assertThatThrownBy(() -> Networks.of(List.of("everywhere"))).hasMessageContaining("everywhere");
        assertThatThrownBy(() -> Networks.of(List.of("10.0.0.0/33"))).hasMessageContaining("10.0.0.0/33");
    }
}
