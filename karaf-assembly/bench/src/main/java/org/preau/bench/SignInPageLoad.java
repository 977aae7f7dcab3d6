package org.preau.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The sign-in page as a thousand schools open it at half past eight: 300 strangers a second. */
final class SignInPageLoad implements Part {
    private static final double RATE = 300;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final double P99_MILLIS = 20;

    @Override
    public String name() {
        return "signin";
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(stage.running().uri("/signin"))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "text/html")
                .build();
        OpenLoop loop = new OpenLoop(RATE, () -> stage.http
                .sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() == 200 && answer.body().contains("name=\"username\"")));
        loop.run(WARM_UP, new Latencies());
        Latencies latencies = new Latencies();
        double seconds = loop.run(LENGTH, latencies);
        latencies.requireSound();
        String label = "/signin at 300/s";
        report.add("signin.rate", label + ", answered", latencies.count() / seconds, "/s");
        report.add("signin.p50", label + ", p50", latencies.percentile(50), "ms");
        report.add("signin.p95", label + ", p95", latencies.percentile(95), "ms");
        report.target(
                "signin.p99",
                label + ", p99",
                latencies.percentile(99),
                "ms",
                P99_MILLIS,
                "from when each request was due");
        report.add("signin.longest", label + ", longest", latencies.longest(), "ms");
        latencies.reportErrors(report, "signin", label);
    }
}
