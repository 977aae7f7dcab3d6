package org.preau.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preau.api.base.PortalException;
import org.preau.api.http.PublicAddress;
import org.preau.api.supervision.HealthCheck;
import org.preau.api.supervision.HealthCheck.Health;
import org.preau.testkit.Exchange;

class EndpointsTest {
    private final Supervisors supervisors = new Supervisors(List.of("127.0.0.0/8", "10.9.0.0/16"), new FakeAddress());

    @Test
    void showsThePublicTheStatusAlone() throws IOException {
        Exchange answer = ask(Exchange.get("/health").from("203.0.113.7"), true);

        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.answer("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void showsSupervisorsTheParts() throws IOException {
        Exchange answer = ask(Exchange.get("/health").from("127.0.0.1"), false);

        assertThat(answer.body()).contains("\"status\":\"DOWN\"", "\"name\":\"database\"", "refused");
        assertThat(answer.status()).isEqualTo(503);
    }

    @Test
    void trustsNoProxyItDoesNotKnow() throws IOException {
        Exchange answer = ask(Exchange.get("/health").from("127.0.0.1").header("X-Forwarded-For", "203.0.113.7"), true);

        assertThat(answer.body()).doesNotContain("parts");
    }

    @Test
    void hasNothingBelowHealth() {
        assertThatThrownBy(() -> ask(Exchange.get("/health/x"), true)).isInstanceOf(PortalException.class);
    }

    private Exchange ask(Exchange exchange, boolean up) throws IOException {
        HealthCheck database = new Fixed("database", up ? Health.UP : Health.down("refused"));
        PortalHealth health = new PortalHealth(new BootState(() -> true, List::of), List.of(database));
        new HealthEndpoint(health, supervisors).handle(exchange.request(), exchange.response());
        return exchange;
    }

    private record Fixed(String name, Health health) implements HealthCheck {}

    private record FakeAddress() implements PublicAddress {
        @Override
        public URI origin() {
            return URI.create("http://127.0.0.1");
        }

        @Override
        public String clientOf(HttpServletRequest request) {
            return request.getRemoteAddr();
        }

        @Override
        public String safeReturn(@Nullable String wanted) {
            return "/";
        }
    }
}
