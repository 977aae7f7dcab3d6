package org.preau.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One page of the shell under load: document, first state of the user interface and view, by 100 signed-in users who each open it every five seconds, then by as many without a pause. */
final class PageLoad implements Part {
    private static final int USERS = 100;
    private static final Duration PACE = Duration.ofSeconds(5);
    private static final Duration PACED = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration FLAT_OUT = Duration.ofSeconds(10);
    private static final double HOME_P95_MILLIS = 100;

    private final String name;
    private final String path;

    PageLoad(String name, String path) {
        this.name = name;
        this.path = path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException, InterruptedException {
        List<Visitor> visitors = Visitor.crowd(stage, USERS);
        run(visitors, WARM_UP, Duration.ZERO, new Times());
        Times calm = new Times();
        double seconds = run(visitors, PACED, PACE, calm);
        calm.page.requireSound();
        String label = name + ", 100 clients, each every 5 s";
        report.add(name + ".rate", label + ", pages", calm.page.count() / seconds, "/s", "three requests each");
        report.add(name + ".p50", label + ", p50", calm.page.percentile(50), "ms", "sum of the three");
        if (name.equals("home")) {
            double p95 = calm.page.percentile(95);
            report.target("home.p95", label + ", p95", p95, "ms", HOME_P95_MILLIS, "sum of the three");
        } else {
            report.add(name + ".p95", label + ", p95", calm.page.percentile(95), "ms");
        }
        report.add(name + ".p99", label + ", p99", calm.page.percentile(99), "ms");
        report.add(name + ".document.p95", name + ", document, p95", calm.document.percentile(95), "ms");
        report.add(name + ".init.p95", name + ", init, p95", calm.init.percentile(95), "ms");
        report.add(name + ".view.p95", name + ", first UIDL, p95", calm.view.percentile(95), "ms");
        report.add(name + ".due.p95", name + ", from when it was due, p95", calm.due.percentile(95), "ms");
        calm.page.reportErrors(report, name, label);

        Times flat = new Times();
        seconds = run(visitors, FLAT_OUT, Duration.ZERO, flat);
        flat.page.requireSound();
        flat.page.report(report, name + ".flatout", name + ", 100 clients without a pause", seconds);
    }

    private double run(List<Visitor> visitors, Duration length, Duration pace, Times times)
            throws InterruptedException {
        return Crowd.act(visitors, length, pace, times.page, (visitor, due) -> {
            visitor.open(path);
            times.due.record(System.nanoTime() - due);
            times.page.record(visitor.page());
            times.document.record(visitor.document());
            times.init.record(visitor.init());
            times.view.record(visitor.view());
            visitor.flow.leave();
        });
    }

    /** Times of a page and of its requests. */
    private record Times(Latencies page, Latencies due, Latencies document, Latencies init, Latencies view) {
        Times() {
            this(new Latencies(), new Latencies(), new Latencies(), new Latencies(), new Latencies());
        }
    }
}
