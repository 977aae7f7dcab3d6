package org.preau.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.preau.driver.Portal;

/**
 * {@code ./preau bench [[--only] PART,PART]}: measures, prints a table and JSON, writes {@code target/bench.json}. Ends with 0 when everything was measured, whether targets were met or not, 1 when a part could not be
 * measured, 3 when it took longer than its ten minutes.
 */
public final class Bench {
    private static final long LIMIT_MINUTES = Long.getLong("preau.minutes", 10);

    private static final List<Part> PARTS = List.of(
            new DistributionSize(),
            new StartTime(),
            new SignInPageLoad(),
            new PageLoad("home", "/"),
            new PageLoad("news", "/app/news"),
            new CasLoad(),
            new DeployTime(),
            new PageWeight(),
            new SessionMemory(1_000),
            new FeedLoad(),
            new BackupDrill());

    /** Named only: one brings another server, the others fill the directory with what the part {@code feed} wants to find it without. */
    private static final List<Part> BY_NAME = List.of(new SsoLoad(), new HomeDuringFeed(), new FeedCrashes());

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Bench() {}

    /** Called by the script. */
    public static void main(String[] arguments) throws IOException {
        System.exit(new Bench().run(List.of(arguments)));
    }

    private int run(List<String> arguments) throws IOException {
        List<Part> parts = chosen(arguments);
        if (parts.isEmpty()) {
            progress.println("usage: preau bench [[--only] PART,PART]   parts: "
                    + String.join(", ", PARTS.stream().map(Part::name).toList()) + "; by name only: "
                    + String.join(", ", BY_NAME.stream().map(Part::name).toList()));
            return 2;
        }
        Machine machine = Machine.here();
        Report report = new Report(progress);
        report.setting("heap limit of the portal", "-Xmx512m");
        report.setting("load generator", "on the same cores");
        report.setting("limits on sign-ins", "as shipped");
        Stage stage = new Stage();
        Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
        endInTime();
        for (Part part : parts) {
            report.begin(part.name());
            try {
                part.measure(stage, report);
            } catch (Exception | AssertionError e) {
                report.failed(e);
            }
        }
        stage.close();
        String json = new JsonReport(report).text(machine);
        Path file = Portal.root().resolve("karaf-assembly/bench/target/bench.json");
        Files.writeString(file, json);
        new Table(report).print(out, machine);
        out.println();
        out.print(json);
        out.println("written to " + file);
        return report.failures().isEmpty() ? 0 : 1;
    }

    private static List<Part> chosen(List<String> arguments) {
        if (arguments.isEmpty()) {
            return PARTS;
        }
        boolean only = arguments.size() == 2 && arguments.get(0).equals("--only");
        if (!only && arguments.size() != 1) {
            return List.of();
        }
        List<String> names = List.of(arguments.get(only ? 1 : 0).split(","));
        List<Part> chosen = new ArrayList<>(PARTS);
        chosen.addAll(BY_NAME);
        chosen.removeIf(part -> !names.contains(part.name()));
        return chosen;
    }

    private void endInTime() {
        new Timer("limit", true)
                .schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                progress.println("bench: not done after " + LIMIT_MINUTES + " minutes, given up");
                                System.exit(3);
                            }
                        },
                        LIMIT_MINUTES * 60_000);
    }
}
