package org.preau.bench;

import java.io.IOException;
import org.preau.driver.Portal;

/** How long the start takes and how much memory the portal has then. */
final class StartTime implements Part {
    private static final int WARM_STARTS = 2;
    private static final int SETTLE_SECONDS = 10;
    private static final double UP_SECONDS = 25;
    private static final double RESIDENT_MB = 650;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException, InterruptedException {
        stage.stop();
        report.add("start.first", "first start to UP", stage.start(), "s", "makes the database; schools load after");
        for (int i = 1; i <= WARM_STARTS; i++) {
            stage.stop();
            report.target("start.warm" + i, "start to UP, data there, " + i, stage.start(), "s", UP_SECONDS, "");
        }
        Thread.sleep(SETTLE_SECONDS * 1000L);
        Portal portal = stage.running();
        ProcessMemory memory = new ProcessMemory(portal);
        report.target("memory.jvm", "JVM resident after start", memory.jvmMegabytes(), "MB", RESIDENT_MB, "-Xmx512m");
        report.add("memory.postgresql", "PostgreSQL beside it", memory.postgresqlMegabytes(), "MB", memory.counted());
        report.add(
                "memory.heap",
                "heap in use after a full collection",
                memory.heap("start").bytes() / 1e6,
                "MB");
    }
}
