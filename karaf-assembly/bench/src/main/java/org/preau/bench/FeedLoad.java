package org.preau.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.xml.stream.XMLStreamException;
import org.preau.driver.Portal;

/** A full AAF archive into the directory, beside the least that could be done with the same data: its files parsed, its rows copied into the same server. */
final class FeedLoad implements Part {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double RATIO = 3;
    private static final double PEAK = 1_000;
    private static final double DELTA_SHARE = 0.05;

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException, SQLException, XMLStreamException {
        Portal portal = stage.running();
        AafCopies archive = AafCopies.ofRun(Stage.files().resolve("aaf"));
        double console = seconds(portal, "preau:app-list --json", 0);
        console = Math.min(console, seconds(portal, "preau:app-list --json", 0));
        report.add("feed.records", "records in the archive", archive.records(), "");

        double parse = BareParse.seconds(archive.files(), archive.records());
        double check = seconds(portal, command("feed-check", archive.archive()), archive.records()) - console;
        CopiedRows before = CopiedRows.count(portal);
        double apply = seconds(portal, command("feed-apply", archive.archive()), archive.records()) - console;
        report.target("feed.peak", "JVM resident, at most", new ProcessMemory(portal).peakMegabytes(), "MB", PEAK, "");
        double again = seconds(portal, command("feed-apply", archive.archive()), archive.records()) - console;
        CopiedRows rows = CopiedRows.copy(portal);
        long written = rows.rows() - before.rows();
        double copy = rows.seconds() * written / rows.rows();

        double records = archive.records();
        report.add("feed.parse", "bare StAX parse, records", records / parse, "/s");
        report.add("feed.copy", "COPY of the rows they become, records", records / copy, "/s", written + " rows");
        report.add("feed.check", "feed-check, records", records / check, "/s");
        report.add("feed.apply", "feed-apply, records", records / apply, "/s", "into a directory without them");
        report.add("feed.again", "feed-apply again, records", records / again, "/s", "nothing changes");
        report.add("feed.apply.seconds", "feed-apply", apply, "s");
        report.add("feed.ratio.parse", "feed-apply / bare parse", apply / parse, "times");
        report.add("feed.ratio.copy", "feed-apply / COPY", apply / copy, "times");
        report.target("feed.ratio.both", "feed-apply / (parse + COPY)", apply / (parse + copy), "times", RATIO, "");
        delta(portal, report, console, apply);
    }

    /** A small archive after the big one, when the run was given one. */
    private static void delta(Portal portal, Report report, double console, double full) throws IOException {
        String given = System.getProperty("preau.delta", "");
        if (!given.isEmpty()) {
            double delta = seconds(portal, command("feed-apply", Path.of(given)), 0) - console;
            report.add("feed.delta", "the delta that was given", delta, "s");
            report.target("feed.delta.share", "delta / full", delta / full, "times", DELTA_SHARE, "");
        }
    }

    private static String command(String name, Path archive) {
        return "preau:" + name + " aaf " + archive + " --academy 24 --json";
    }

    /** Seconds of a console command; fails when it fails, or read another number of records. */
    private static double seconds(Portal portal, String command, long records) throws IOException {
        long begun = System.nanoTime();
        Portal.Result result = portal.exec(command);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (result.status() != 0) {
            Files.writeString(Stage.files().resolve("feed-failed.txt"), result.toString());
            throw new AssertionError(command + " ended with " + result.status() + ", see target/files/feed-failed.txt");
        }
        if (records > 0) {
            long read = 0;
            for (JsonNode count : JSON.readTree(result.out()).path("counts")) {
                read += count.asLong();
            }
            if (read != records) {
                throw new AssertionError(command + " read " + read + " records of " + records);
            }
        }
        return seconds;
    }
}
