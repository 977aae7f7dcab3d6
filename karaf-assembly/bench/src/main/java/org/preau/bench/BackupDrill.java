package org.preau.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.preau.driver.Portal;

/** A backup of the portal that was measured so far, and its restore into another home: what RPO and RTO are made of (74A-H). */
final class BackupDrill implements Part {
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;
    private static final double RTO_HOURS = 8;
    private static final double MILLION_GB = 20;

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        JsonNode backup = stage.running().json("preau:backup-now --json");
        double content = backup.get("content").asDouble();
        double saving = backup.get("seconds").asDouble();
        report.add("backup.content", "database and files saved", content / MEGA, "MB");
        report.add("backup.file", "the backup", backup.get("bytes").asDouble() / MEGA, "MB");
        report.add("backup.seconds", "backup with its verification", saving, "s", "the portal up");
        report.add("backup.rate", "backup, of content", content / MEGA / saving, "MB/s");

        Portal restored = Portal.at("restored").with("PREAU_HEAP", "512m");
        List<String> command = List.of(
                Portal.root().resolve("preau").toString(),
                "restore",
                "--home",
                restored.home.toString(),
                backup.get("file").asText(),
                "--port",
                String.valueOf(restored.port));
        long begun = System.nanoTime();
        Portal.Result result = Portal.run(command, Map.of());
        double restoring = (System.nanoTime() - begun) / GIGA;
        if (result.status() != 0) {
            throw new AssertionError("restore failed: " + result);
        }
        report.add("backup.restore", "restore with its verification", restoring, "s");
        report.add("backup.restore.rate", "restore, of content", content / MEGA / restoring, "MB/s");
        double hours = MILLION_GB * GIGA / (content / restoring) / 3600;
        report.target(
                "backup.rto.million",
                "restore of 20 GB at this rate",
                hours,
                "h",
                RTO_HOURS,
                "extrapolated: a million accounts with a year of entries");
    }
}
