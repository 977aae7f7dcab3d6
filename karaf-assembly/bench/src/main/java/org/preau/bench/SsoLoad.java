package org.preau.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.preau.driver.Keycloak;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;
import org.preau.driver.Program;

/** Every protocol out, and Keycloak beside it under the same load in the same run: how many a second, and how many for each second of processor that the server took. */
final class SsoLoad implements Part {
    private static final int USERS = 8;
    private static final int SIGN_INS = 120;
    private static final int SIGN_INS_AT_ONCE = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final Duration LENGTH = Duration.ofSeconds(15);
    private static final double TIMES_KEYCLOAK = 3;

    @Override
    public String name() {
        return "sso";
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException, InterruptedException {
        Portal portal = stage.running();
        ProcessorTime ours = ProcessorTime.of(portal.pid(), new ProcessMemory(portal).postgresqlPid());
        signIns(stage, ours, report);
        List<PlainClient> users = new ArrayList<>();
        for (Visitor visitor : Visitor.crowd(stage, USERS)) {
            // who has several schools says by his tile in which he goes there
            BenchSettings.CONNECTORS.forEach(id -> visitor.http.get("/connect/" + id));
            users.add(visitor.http);
        }
        PlainClient service = stage.client();
        measure("sso.cas", "CAS ticket issued and validated", users, new CasFlow(service, portal), ours, report);
        try (Keycloak keycloak = keycloak()) {
            List<PlainClient> theirUsers = new ArrayList<>();
            ProcessorTime theirs = ProcessorTime.of(keycloak.pid());
            OidcFlow theirOidc = new OidcFlow(service, keycloak.realm("bench"));
            for (int i = 0; i < USERS; i++) {
                theirUsers.add(signedIn(stage.client(), theirOidc.begin()));
            }
            String what = "OIDC code, token, userinfo";
            double theirRate = measure("sso.keycloak.oidc", "Keycloak, " + what, theirUsers, theirOidc, theirs, report);
            double ourRate =
                    measure("sso.oidc", what, users, new OidcFlow(service, portal.url("/sso/oidc")), ours, report);
            compared("sso.oidc", what, ourRate, theirRate, report);

            SamlFlow theirSaml = new SamlFlow(service, keycloak.realm("bench") + "/protocol/saml/descriptor");
            theirRate = measure("sso.keycloak.saml", "Keycloak, SAML response", theirUsers, theirSaml, theirs, report);
            ourRate = measure(
                    "sso.saml",
                    "SAML response",
                    users,
                    new SamlFlow(service, portal.url("/sso/saml/metadata")),
                    ours,
                    report);
            compared("sso.saml", "SAML response", ourRate, theirRate, report);
        }
    }

    private static void signIns(Stage stage, ProcessorTime ours, Report report)
            throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        List<Portal.Login> logins = stage.logins();
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < SIGN_INS; i++) {
            Portal.Login login = logins.get(i % logins.size());
            PlainClient client = stage.client();
            all.add(() -> {
                long begun = System.nanoTime();
                client.signIn(login);
                latencies.record(System.nanoTime() - begun);
            });
        }
        Crowd.together(all.subList(0, SIGN_INS / 3), SIGN_INS_AT_ONCE);
        latencies.clear();
        double before = ours.seconds();
        long begun = System.nanoTime();
        Crowd.together(all.subList(SIGN_INS / 3, SIGN_INS), SIGN_INS_AT_ONCE);
        double seconds = (System.nanoTime() - begun) / 1e9;
        figures("sso.signin", "sign-ins with password", latencies, seconds, ours.seconds() - before, report);
    }

    /** Gives how many for each second of the server's processor. */
    private static double measure(
            String id, String what, List<PlainClient> users, SsoFlow flow, ProcessorTime server, Report report)
            throws InterruptedException {
        run(users, flow, WARM_UP, new Latencies());
        Latencies latencies = new Latencies();
        double before = server.seconds();
        double seconds = run(users, flow, LENGTH, latencies);
        double processor = server.seconds() - before;
        latencies.requireSound();
        return figures(id, what, latencies, seconds, processor, report);
    }

    private static double run(List<PlainClient> users, SsoFlow flow, Duration length, Latencies latencies)
            throws InterruptedException {
        return Crowd.act(users, length, Duration.ZERO, latencies, (user, due) -> {
            long begun = System.nanoTime();
            flow.once(user);
            latencies.record(System.nanoTime() - begun);
        });
    }

    private static double figures(
            String id, String what, Latencies latencies, double seconds, double processor, Report report) {
        double perCore = latencies.count() / processor;
        report.add(id + ".rate", what, latencies.count() / seconds, "/s", USERS + " users at most");
        report.add(id + ".p50", what + ", p50", latencies.percentile(50), "ms");
        report.add(id + ".p99", what + ", p99", latencies.percentile(99), "ms");
        report.add(
                id + ".processor",
                what + ", processor of the server",
                processor,
                "s",
                "in " + Math.round(seconds) + " s");
        report.add(id + ".percore", what + ", for a second of processor", perCore, "");
        latencies.reportErrors(report, id, what);
        return perCore;
    }

    private static void compared(String id, String what, double ours, double theirs, Report report) {
        report.add(
                id + ".times",
                what + ", against Keycloak per second of processor",
                ours / theirs,
                "times",
                ours >= TIMES_KEYCLOAK * theirs ? "3 wanted: met" : "3 wanted: MISSED");
    }

    private static Keycloak keycloak() throws IOException {
        Path folder = Path.of(System.getProperty("preau.keycloak", ""));
        if (!Keycloak.isIn(folder)) {
            throw new AssertionError("Keycloak is not there: ./preau bench sso fetches it from Maven Central");
        }
        try (InputStream realm = SsoLoad.class.getResourceAsStream("/keycloak-bench-realm.json")) {
            String text = new String(Objects.requireNonNull(realm).readAllBytes(), StandardCharsets.UTF_8);
            return Keycloak.start(folder, Program.freePort(), "512m", Map.of("bench", text));
        }
    }

    /** On a loopback address a browser sends cookies that are marked secure; Java's cookie store does not, and takes Keycloak's for another kind. */
    private static PlainClient signedIn(PlainClient client, String begin) {
        client.observedBy((request, response, nanos) -> client.cookies
                .getCookieStore()
                .getCookies()
                .forEach(cookie -> {
                    cookie.setSecure(false);
                    cookie.setVersion(0);
                }));
        HttpResponse<String> answer = client.submit(client.get(begin), Map.of("username", "user0", "password", "peer"));
        if (answer.statusCode() / 100 != 3) {
            throw new AssertionError("not signed in at Keycloak: " + answer.statusCode() + " " + answer.body());
        }
        return client;
    }
}
