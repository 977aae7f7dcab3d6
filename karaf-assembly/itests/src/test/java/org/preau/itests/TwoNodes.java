package org.preau.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;
import org.preau.itests.peer.ExternalPostgresql;
import org.preau.itests.peer.RoundRobin;
import org.preau.itests.peer.ToldService;

/** Two nodes on one PostgreSQL behind a load balancer that remembers nobody, and a CAS service, {@code atelier}. */
final class TwoNodes implements AutoCloseable {
    static final String SERVICE = "http://127.0.0.1:9/atelier";
    static final String CONNECTOR = "atelier";
    private static final String START_SECONDS = "280";

    final RoundRobin balancer = new RoundRobin();
    final ToldService told = ToldService.start();
    final Portal first;
    final Portal second;
    private final ExternalPostgresql database = ExternalPostgresql.start();

    TwoNodes() throws IOException {
        first = database.serving(Portal.at("node-1")).with("PREAU_START_TIMEOUT", START_SECONDS);
        second = database.serving(Portal.at("node-2")).with("PREAU_START_TIMEOUT", START_SECONDS);
    }

    void start() throws IOException {
        settings(first);
        first.start("--demo");
        first.await("demonstration accounts", Duration.ofSeconds(180), () -> Files.exists(first.demoAccounts()));
        settings(second);
        for (String shared : List.of("preau.key", "org.preau.signin.local.cfg", "org.preau.feeds.aaf.cfg")) {
            Files.copy(
                    first.home.resolve("etc").resolve(shared),
                    second.home.resolve("etc").resolve(shared));
        }
        second.start();
        balancer.over(first, second);
    }

    @Override
    public void close() {
        Stream.of(second, first, balancer, told, database).forEach(TwoNodes::close);
    }

    private static void close(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            throw new AssertionError("does not stop", e);
        }
    }

    private void settings(Portal node) throws IOException {
        Path etc = Files.createDirectories(node.home.resolve("etc"));
        Files.writeString(etc.resolve("org.preau.core.http.cfg"), "public.url = " + balancer.address() + "\n");
        Files.write(
                etc.resolve("org.preau.connector~" + CONNECTOR + ".cfg"),
                List.of(
                        "name.fr = Atelier",
                        "category = 3",
                        "protocol = cas",
                        "launch.url = " + SERVICE,
                        "service.urls = " + SERVICE,
                        "logout.url = " + told.address(),
                        "audience.profiles = *",
                        "audience.structures = *"));
    }

    /** Signed in through the balancer, form and answer on two nodes. */
    PlainClient signedIn(String profile) {
        Portal.Login login = first.demoLogin(profile);
        PlainClient client = new PlainClient(first);
        HttpResponse<String> form = client.get(balanced("/signin"));
        HttpResponse<String> answer = client.post(
                balanced("/signin/local"),
                filled(form, Map.of("username", login.username(), "password", login.password())));
        if (PlainClient.location(answer).contains("charter")) {
            HttpResponse<String> charter = client.get(balanced(PlainClient.location(answer)));
            answer = client.post(balanced(charter.uri().getPath()), filled(charter, Map.of()));
        }
        assertThat(client.cookie("preau"))
                .as(answer.statusCode() + answer.body())
                .isPresent();
        return client;
    }

    static Map<String, String> filled(HttpResponse<String> page, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(PlainClient.hiddenFields(page.body()));
        all.putAll(fields);
        return all;
    }

    String balanced(String location) {
        return location.startsWith("http") ? location : balancer.address() + location;
    }

    /** Where the browser is sent that asks a node for a ticket of the service. */
    static String asked(PlainClient user, Portal node) {
        return PlainClient.location(user.get(node.url("/sso/cas/login?service=" + encoded(SERVICE))));
    }

    static String ticket(PlainClient user, Portal node) {
        String location = asked(user, node);
        assertThat(location).contains("ticket=ST-");
        return location.replaceFirst(".*ticket=", "");
    }

    static String validated(Portal node, String ticket) {
        return new PlainClient(node)
                .get("/sso/cas/p3/serviceValidate?service=" + encoded(SERVICE) + "&ticket=" + ticket)
                .body();
    }

    /** The time at which something is so for the first time. */
    Instant when(String what, Portal.Check check) {
        Instant[] seen = new Instant[1];
        second.await(what, Duration.ofSeconds(60), () -> {
            boolean holds = check.holds();
            seen[0] = Instant.now();
            return holds;
        });
        return seen[0];
    }

    /** When the last act of that name was written, on the clock both nodes and this test share. */
    Instant audited(String action) {
        JsonNode entries = first.json("preau:audit-list --action " + action + " --json");
        return Instant.parse(entries.get(0).get("at").asText());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
