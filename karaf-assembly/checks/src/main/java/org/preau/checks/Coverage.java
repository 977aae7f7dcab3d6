package org.preau.checks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.tools.ExecFileLoader;

/** Adds up the line coverage of all bundles, from unit and product tests together, and fails below the limit (C61). */
public final class Coverage {
    private static final int LIMIT = 75;

    private Coverage() {}

    /**
     * Prints a line for each bundle and one for all.
     *
     * @param args root of the project
     */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        ExecFileLoader runs = new ExecFileLoader();
        for (Path file : find(root, ".*/target/jacoco[^/]*\\.exec")) {
            runs.load(file.toFile());
        }
        int covered = 0;
        int total = 0;
        for (Map.Entry<String, int[]> bundle : byBundle(root, runs).entrySet()) {
            int[] lines = bundle.getValue();
            System.out.printf(Locale.ROOT, "%5.1f %%  %s%n", 100.0 * lines[0] / Math.max(1, lines[1]), bundle.getKey());
            covered += lines[0];
            total += lines[1];
        }
        double percent = 100.0 * covered / Math.max(1, total);
        System.out.printf(
                Locale.ROOT, "coverage: %.1f %% of %d lines over all bundles (limit %d %%)%n", percent, total, LIMIT);
        if (percent < LIMIT) {
            throw new IllegalStateException("line coverage is below " + LIMIT + " %");
        }
    }

    private static Map<String, int[]> byBundle(Path root, ExecFileLoader runs) throws IOException {
        Map<String, int[]> lines = new TreeMap<>();
        try (Stream<Path> folders = Files.walk(root.resolve("bundles"), 4)) {
            for (Path classes :
                    folders.filter(folder -> folder.endsWith("target/classes")).toList()) {
                String bundle =
                        root.resolve("bundles").relativize(classes).toString().replaceAll("/target/classes$", "");
                if (!bundle.startsWith("thirdparty")) {
                    lines.put(bundle, linesOf(classes.toFile(), runs));
                }
            }
        }
        return lines;
    }

    private static int[] linesOf(File classes, ExecFileLoader runs) throws IOException {
        CoverageBuilder found = new CoverageBuilder();
        new Analyzer(runs.getExecutionDataStore(), found).analyzeAll(classes);
        var lines = found.getBundle("all").getLineCounter();
        return new int[] {lines.getCoveredCount(), lines.getTotalCount()};
    }

    private static List<Path> find(Path root, String pattern) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().matches(pattern)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
