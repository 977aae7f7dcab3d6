package org.preau.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** Single sign-on by CAS: a ticket is issued to a signed-in user, and validated by the service. */
final class CasLoad implements Part {
    private static final int USERS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration LENGTH = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "cas";
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException, InterruptedException {
        Portal portal = stage.running();
        String service = URLEncoder.encode(BenchSettings.service(portal), StandardCharsets.UTF_8);
        PlainClient thirdParty = stage.client();
        List<Visitor> visitors = Visitor.crowd(stage, USERS);
        // who has several schools says by his tile in which he goes there, else the service's own sign-in would ask him
        visitors.forEach(visitor -> visitor.http.get("/connect/" + BenchSettings.CONNECTOR));
        run(visitors, thirdParty, service, WARM_UP, new Times());
        Times times = new Times();
        double seconds = run(visitors, thirdParty, service, LENGTH, times);
        times.validate.requireSound();
        report.add(
                "cas.rate", "tickets issued and validated", times.validate.count() / seconds, "/s", USERS + " users");
        times.issue.percentiles(report, "cas.issue", "ticket issued");
        times.validate.percentiles(report, "cas.validate", "ticket validated");
        times.validate.reportErrors(report, "cas", "tickets");
    }

    private static double run(
            List<Visitor> visitors, PlainClient thirdParty, String service, Duration length, Times times)
            throws InterruptedException {
        return Crowd.act(
                visitors,
                length,
                Duration.ZERO,
                times.validate,
                (visitor, due) -> issueAndValidate(visitor, thirdParty, service, times));
    }

    private static void issueAndValidate(Visitor visitor, PlainClient thirdParty, String service, Times times) {
        long begun = System.nanoTime();
        HttpResponse<String> issued = visitor.http.get("/sso/cas/login?service=" + service);
        long asked = System.nanoTime();
        String location = PlainClient.location(issued);
        int ticket = location.indexOf("ticket=");
        if (ticket < 0) {
            throw new AssertionError("no ticket: " + issued.statusCode() + " " + location + " " + issued.body());
        }
        HttpResponse<String> validated =
                thirdParty.get("/sso/cas/p3/serviceValidate?service=" + service + "&" + location.substring(ticket));
        long ended = System.nanoTime();
        if (!validated.body().contains("authenticationSuccess")) {
            throw new AssertionError("not valid: " + validated.statusCode() + " " + validated.body());
        }
        times.issue.record(asked - begun);
        times.validate.record(ended - asked);
    }

    private record Times(Latencies issue, Latencies validate) {
        Times() {
            this(new Latencies(), new Latencies());
        }
    }
}
