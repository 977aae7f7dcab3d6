package org.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.preau.driver.Portal;
import org.preau.driver.PushConnection;

/** What a signed-in user with his home open costs in the heap: a thousand of them, without and with an open push connection. */
final class SessionMemory implements Part {
    private static final int AT_ONCE = 4;
    private static final int WARM_UP = 30;
    private static final int SETTLE_SECONDS = 3;
    private static final double LIMIT_KB = 80;

    private final int sessions;

    SessionMemory(int sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException, InterruptedException {
        stage.stop();
        Portal portal = stage.running();
        ProcessMemory memory = new ProcessMemory(portal);
        warmUp(stage);
        HeapHistogram empty = memory.heap("before-sessions");

        long begun = System.nanoTime();
        List<Visitor> visitors = Visitor.crowd(stage, sessions);
        double signIns = sessions / ((System.nanoTime() - begun) / 1e9);
        report.add("sessions.signins", "sign-ins, four at once", signIns, "/s", "argon2id");
        List<Runnable> homes = visitors.stream()
                .<Runnable>map(visitor -> () -> visitor.open("/"))
                .toList();
        Crowd.together(homes, AT_ONCE);
        Thread.sleep(SETTLE_SECONDS * 1000L);
        HeapHistogram open = memory.heap("sessions");
        report(report, "without", "a session without push", empty, open);

        List<PushConnection> connections = new ArrayList<>();
        for (Visitor visitor : visitors) {
            connections.add(visitor.flow.push(stage.http, message -> {}));
        }
        Thread.sleep(SETTLE_SECONDS * 1000L);
        HeapHistogram pushed = memory.heap("sessions-with-push");
        report(report, "with", "a session with its WebSocket", empty, pushed);
        report.add("sessions.jvm", "JVM resident with " + sessions + " sessions", memory.jvmMegabytes(), "MB");
        report.add("sessions.postgresql", "PostgreSQL beside it", memory.postgresqlMegabytes(), "MB");
        long closed = connections.stream().filter(one -> !one.isOpen()).count();
        connections.forEach(PushConnection::close);
        if (closed > 0) {
            throw new AssertionError(closed + " push connections were closed by the portal");
        }
    }

    private static void warmUp(Stage stage) throws IOException, InterruptedException {
        for (Visitor visitor : Visitor.crowd(stage, WARM_UP)) {
            visitor.open("/");
            visitor.flow.push(stage.http, message -> {}).close();
        }
        Thread.sleep(SETTLE_SECONDS * 1000L);
    }

    private void report(Report report, String id, String label, HeapHistogram before, HeapHistogram after)
            throws IOException {
        double each = (after.bytes() - before.bytes()) / (double) sessions / 1e3;
        report.target("sessions." + id, label, each, "kB", LIMIT_KB, "heap after a full collection / " + sessions);
        Files.writeString(Stage.files().resolve("heap-per-session-" + id + "-push.txt"), after.since(before, sessions));
    }
}
