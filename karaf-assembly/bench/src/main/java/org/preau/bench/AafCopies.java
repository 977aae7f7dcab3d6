package org.preau.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.preau.driver.Portal;

/**
 * An archive to load: one that was given, or a bigger one made of an archive of the tests (each of its files several times, as the next slices, with keys, UAIs and INEs of its own).
 *
 * @param files the XML files, for who parses them alone
 */
record AafCopies(Path archive, List<Path> files, long records) {
    private static final String SOURCE = "bundles/feeds/aaf/src/test/resources";
    private static final List<String> KINDS = List.of("EtabEducNat", "Eleve", "PersRelEleve", "PersEducNat");
    private static final String UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final Pattern PERSON = Pattern.compile("(?<![0-9])([135]0[0-9]{6})(?=[$<])");
    private static final Pattern SCHOOL = Pattern.compile("(?<=>)([0-9]{4})(?=[$<])");
    private static final Pattern UAI = Pattern.compile("(?<![0-9A-Z])([0-9]{7})[A-Z](?![0-9A-Za-z])");
    private static final Pattern INE = Pattern.compile("(?<=>)([0-9])([0-9]{8}[A-Z]{2})(?=<)");
    private static final int PEOPLE_APART = 100_000;
    private static final int SCHOOLS_APART = 100;

    /** The archive given by {@code --archive}, else one of ten copies. */
    static AafCopies ofRun(Path folder) throws IOException {
        String given = System.getProperty("preau.archive", "");
        return given.isEmpty() ? make(folder, 10) : unpacked(folder, Path.of(given));
    }

    private static AafCopies unpacked(Path folder, Path archive) throws IOException {
        run(List.of("rm", "-rf", folder.toString()));
        Files.createDirectories(folder);
        run(List.of("tar", "-xzf", archive.toString(), "-C", folder.toString()));
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(file -> name(file).endsWith(".xml")).toList();
            return new AafCopies(archive, files, BareParse.records(files));
        }
    }

    private static AafCopies make(Path folder, int copies) throws IOException {
        run(List.of("rm", "-rf", folder.toString()));
        Path files = Files.createDirectories(folder.resolve("files"));
        Path source = Files.createDirectories(folder.resolve("source"));
        Path original;
        try (Stream<Path> all = Files.walk(Portal.root().resolve(SOURCE))) {
            original = all.filter(file -> file.toString().endsWith(".tgz"))
                    .filter(file -> String.valueOf(file.getParent()).endsWith("full-seed7"))
                    .findFirst()
                    .orElseThrow();
        }
        run(List.of("tar", "-xzf", original.toString(), "-C", source.toString()));
        List<Path> written = new ArrayList<>();
        long records = 0;
        for (String kind : KINDS) {
            Path one = named(source, kind);
            String text = Files.readString(one, StandardCharsets.UTF_8);
            for (int copy = 0; copy < copies; copy++) {
                Path slice = files.resolve(name(one).replace("_0000.xml", String.format("_%04d.xml", copy)));
                Files.writeString(slice, renumbered(text, copy), StandardCharsets.UTF_8);
                written.add(slice);
                records += text.split("<addRequest>", -1).length - 1;
            }
        }
        Path archive = folder.resolve(name(original));
        List<String> tar = new ArrayList<>(List.of("tar", "-czf", archive.toString(), "-C", files.toString()));
        written.forEach(file -> tar.add(name(file)));
        run(tar);
        return new AafCopies(archive, List.copyOf(written), records);
    }

    private static String renumbered(String text, int copy) {
        if (copy == 0) {
            return text;
        }
        String people = replace(PERSON, text, key -> String.valueOf(Long.parseLong(key.group()) + copy * PEOPLE_APART));
        String schools = replace(SCHOOL, people, key -> {
            int number = Integer.parseInt(key.group());
            return number / SCHOOLS_APART == 30 ? String.valueOf(number + copy * SCHOOLS_APART) : key.group();
        });
        String uais = replace(UAI, schools, uai -> {
            int digits = Integer.parseInt(uai.group(1)) + copy * 1_000_000;
            return String.format("%07d", digits) + UAI_LETTERS.charAt(digits % UAI_LETTERS.length());
        });
        return replace(INE, uais, ine -> (Integer.parseInt(ine.group(1)) + copy) % 10 + ine.group(2));
    }

    private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(found -> by.apply(found));
    }

    private static Path named(Path folder, String kind) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> name(file).endsWith("_" + kind + "_0000.xml"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void run(List<String> command) {
        Portal.Result result = Portal.run(command, Map.of());
        if (result.status() != 0) {
            throw new AssertionError(command + " failed: " + result);
        }
    }
}
