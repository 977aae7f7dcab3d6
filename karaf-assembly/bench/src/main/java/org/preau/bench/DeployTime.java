package org.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.preau.driver.Portal;
import org.preau.driver.PushConnection;
import org.preau.driver.Waiting;

/** From the moment a jar is in {@code deploy/} to the moment its tile is on a page that was open before, by push, and on a page opened meanwhile. */
final class DeployTime implements Part {
    private static final int TIMES = 5;
    private static final double SECONDS = 3;
    private static final String JAR = "bench-hello.jar";
    private static final String TILE = "app/hello";
    /** The tile is there before the deployment is noted down. */
    private static final long SETTLE_MILLIS = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException, InterruptedException {
        Portal portal = stage.running();
        Path jar = helloApp();
        List<Double> byPush = new ArrayList<>();
        List<Double> opened = new ArrayList<>();
        List<Visitor> two = Visitor.crowd(stage, 2);
        Visitor other = two.get(1);
        for (int i = 0; i < TIMES; i++) {
            Visitor watching = two.get(0);
            watching.open("/");
            CompletableFuture<Long> pushed = new CompletableFuture<>();
            PushConnection push = watching.flow.push(stage.http, message -> {
                if (message.contains(TILE)) {
                    pushed.complete(System.nanoTime());
                }
            });
            long begun = System.nanoTime();
            portal.deploy(jar, JAR);
            Waiting.until("the tile on home", PATIENCE, () -> shows(other));
            opened.add((System.nanoTime() - begun) / 1e9);
            long told = pushed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            byPush.add((told - begun) / 1e9);
            push.close();
            Thread.sleep(SETTLE_MILLIS);
            portal.undeploy(JAR);
            Waiting.until("the tile gone", PATIENCE, () -> !shows(other));
        }
        double worst = opened.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        report.target("deploy.open", "jar to tile on a page opened, longest of " + TIMES, worst, "s", SECONDS, "");
        double pushed = byPush.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        report.target("deploy.push", "jar to tile on an open page, longest of " + TIMES, pushed, "s", SECONDS, "push");
    }

    private static boolean shows(Visitor visitor) {
        boolean shown = visitor.open("/").contains(TILE);
        visitor.flow.leave();
        return shown;
    }

    private static Path helloApp() throws IOException {
        Path folder = Path.of(System.getProperty("preau.hello", ""));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                        .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests)\\.jar"))
                        .sorted()
                        .toList();
                if (!jars.isEmpty()) {
                    return jars.get(0);
                }
            }
        }
        throw new AssertionError("hello-app is not built: no jar in " + folder);
    }
}
