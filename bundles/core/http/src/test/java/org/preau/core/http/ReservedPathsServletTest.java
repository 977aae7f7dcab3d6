package org.preau.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.http.HttpEndpoint;
import org.preau.testkit.Exchange;

class ReservedPathsServletTest {
    @TempDir
    Path folder;

    private final Set<String> installed = new HashSet<>(Set.of("org.cas", "org.deep"));

    @Test
    void callsTheEndpointOfTheLongestPath() throws IOException {
        EndpointRegistry endpoints = registry();
        endpoints.add(1, "org.cas", new Fixed("/sso/cas"));
        endpoints.add(2, "org.deep", new Fixed("/sso/cas/deep"));

        assertThat(ask(endpoints, "/sso/cas").body()).isEqualTo("/sso/cas");
        assertThat(ask(endpoints, "/sso/cas/login").body()).isEqualTo("/sso/cas");
        assertThat(ask(endpoints, "/sso/cas/deep/x").body()).isEqualTo("/sso/cas/deep");
        assertThat(ask(endpoints, "/sso/casual").status()).isEqualTo(404);
    }

    @Test
    void answers404ForWhatWasNeverThereAnd503ForWhatIsStopped() throws IOException {
        EndpointRegistry endpoints = registry();
        endpoints.add(1, "org.cas", new Fixed("/sso/cas"));
        endpoints.remove(1);

        Exchange stopped = ask(endpoints, "/sso/cas/login");
        assertThat(stopped.status()).isEqualTo(503);
        assertThat(stopped.answer("Retry-After")).isNotNull();
        assertThat(ask(endpoints, "/sso/oidc").status()).isEqualTo(404);
        assertThat(ask(registry(), "/sso/cas/login").status())
                .as("known over a restart")
                .isEqualTo(503);
        installed.clear();
        assertThat(ask(endpoints, "/sso/cas/login").status())
                .as("its bundle is gone for good")
                .isEqualTo(404);
    }

    @Test
    void refusesPathsOutsideTheReservedOnes() throws IOException {
        EndpointRegistry endpoints = registry();
        for (String path : new String[] {"/app/x", "/", "/signin/", "/sso/*", "signin", "/sso/..", "/ssox"}) {
            endpoints.add(9, "org.cas", new Fixed(path));
        }
        assertThat(ask(endpoints, "/sso/x").status()).isEqualTo(404);
        assertThat(ask(endpoints, "/app/x").status()).isEqualTo(404);
    }

    @Test
    void firstComeServesWhenAPathIsClaimedTwice() throws IOException {
        EndpointRegistry endpoints = registry();
        endpoints.add(2, "org.deep", new Failing("/sso/cas", new IllegalStateException()));
        endpoints.add(1, "org.cas", new Fixed("/sso/cas"));

        assertThat(ask(endpoints, "/sso/cas").status()).isEqualTo(200);
        endpoints.remove(1);
        assertThat(ask(endpoints, "/sso/cas").status()).isEqualTo(500);
    }

    @Test
    void turnsFailuresIntoTheirStatus() throws IOException {
        EndpointRegistry endpoints = registry();
        endpoints.add(1, "org.cas", new Failing("/api/a", new PortalException(ErrorCode.FORBIDDEN, "no", null)));
        endpoints.add(2, "org.cas", new Failing("/api/b", new IllegalStateException("secret detail")));

        assertThat(ask(endpoints, "/api/a").status()).isEqualTo(403);
        Exchange fault = ask(endpoints, "/api/b");
        assertThat(fault.status()).isEqualTo(500);
        assertThat(fault.body()).doesNotContain("secret");
    }

    /** What Jetty throws for {@code ?x=%ff} is no fault of the portal: nothing for its log, nothing held against the endpoint. */
    @Test
    void answers400ToParametersThatCannotBeDecoded() throws IOException {
        EndpointRegistry endpoints = registry();
        endpoints.add(1, "org.cas", new HttpEndpoint() {
            @Override
            public String path() {
                return "/sso/cas";
            }

            @Override
            public void handle(HttpServletRequest request, HttpServletResponse response) {
                request.getParameter("service");
            }
        });
        Exchange exchange = Exchange.get("/sso/cas");
        HttpServletRequest unreadable = new HttpServletRequestWrapper(exchange.request()) {
            @Override
            public String getParameter(String name) {
                throw new IllegalStateException("400: Bad query");
            }
        };
        new ReservedPathsServlet(endpoints, () -> null, () -> {}).service(unreadable, exchange.response());

        assertThat(exchange.status()).isEqualTo(400);
    }

    @Test
    void makesNoSession() throws IOException {
        EndpointRegistry endpoints = registry();
        endpoints.add(1, "org.cas", new HttpEndpoint() {
            @Override
            public String path() {
                return "/api/s";
            }

            @Override
            public void handle(HttpServletRequest request, HttpServletResponse response) {
                request.getSession();
            }
        });

        assertThat(ask(endpoints, "/api/s").status()).isEqualTo(500);
    }

    private EndpointRegistry registry() {
        return new EndpointRegistry(new KnownPaths(folder.resolve("known")), installed::contains);
    }

    private static Exchange ask(EndpointRegistry endpoints, String path) throws IOException {
        Exchange exchange = Exchange.get(path);
        new ReservedPathsServlet(endpoints, () -> null, () -> {}).service(exchange.request(), exchange.response());
        return exchange;
    }

    private record Fixed(String path) implements HttpEndpoint {
        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(path);
            response.getWriter().flush();
        }
    }

    private record Failing(String path, RuntimeException failure) implements HttpEndpoint {
        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response) {
            throw failure;
        }
    }
}
