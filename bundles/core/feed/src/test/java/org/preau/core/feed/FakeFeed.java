package org.preau.core.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.preau.api.base.LocalizedText;
import org.preau.api.directory.load.FeedRecord;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedSink;

/** Reads lines: {@code begin 24 complete 2026-11-16}, {@code pupil KEY SCHOOL}, {@code gone KEY}, {@code warn CODE}, {@code error CODE}. */
public final class FakeFeed implements Feed {
    /** Run while a file is read, once. */
    private Runnable meanwhile = () -> {};

    public void once(Runnable what) {
        meanwhile = what;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public LocalizedText label() {
        return new LocalizedText("Essai", "Trial");
    }

    @Override
    public Map<String, Integer> read(Path file, FeedOptions options, FeedSink sink) {
        int pupils = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ");
                switch (words[0]) {
                    case "begin" -> sink.begin(words[1], words[2].equals("complete"), LocalDate.parse(words[3]));
                    case "pupil" -> {
                        pupils++;
                        sink.add(pupil(words[1], words[2]));
                    }
                    case "gone" -> sink.remove(RecordKind.PUPIL, words[1], "f");
                    case "warn" -> sink.report(finding(LoadFinding.Severity.WARNING, words[1]));
                    case "error" -> sink.report(finding(LoadFinding.Severity.ERROR, words[1]));
                    default -> throw new IllegalArgumentException(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runnable todo = meanwhile;
        meanwhile = () -> {};
        todo.run();
        return Map.of("Eleve", pupils);
    }

    @Override
    public RecordForm form() {
        return (kind, key, file, attributes) -> pupil(key, "");
    }

    private static LoadFinding finding(LoadFinding.Severity severity, String code) {
        return new LoadFinding(severity, code, "f.xml", "1", "A", "=what is wrong; really");
    }

    private static FeedRecord.Pupil pupil(String key, String school) {
        return new FeedRecord.Pupil(
                "f",
                key,
                "",
                new FeedRecord.Names("N" + key, "P", List.of(), "", ""),
                null,
                "",
                List.of(school),
                List.of(),
                List.of(),
                "CP",
                false,
                List.of(),
                Map.of());
    }
}
