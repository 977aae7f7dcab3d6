package org.preau.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.preau.testkit.Exchange;

class BorderFilterTest {
    @Test
    void marksTheSessionCookieSecureAndNoOther() {
        Exchange exchange = Exchange.get("/");
        HttpServletResponse response = exchange.response();
        response.addHeader("Set-Cookie", "preau=x; Path=/");
        response.addHeader("Set-Cookie", "JSESSIONID=abc; Path=/; HttpOnly; SameSite=Lax");

        SessionCookie.secure(response);
        SessionCookie.secure(response);

        assertThat(exchange.answers("Set-Cookie"))
                .containsExactly("preau=x; Path=/", "JSESSIONID=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void addsHeadersThatHoldForEveryAnswer() throws IOException, ServletException {
        Exchange exchange = Exchange.get("/app/news");
        new BorderFilter(() -> null, () -> true)
                .doFilter(exchange.request(), exchange.response(), (request, response) -> {});

        assertThat(exchange.answer("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(exchange.answer("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(exchange.answer("Strict-Transport-Security")).startsWith("max-age=");
    }
}
