package org.example.staff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Texts;
import org.preau.api.directory.load.LoadFinding;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.directory.load.RecordForm;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.Feed;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedSink;

/** Reads the table. It writes nothing: staging, thresholds, comparison, undo and report are the portal's. */
@Component
public final class StaffFeed implements Feed {
    private static final Texts TEXTS = Texts.of(StaffFeed.class);

    private final StaffForm form = new StaffForm();
    private final Clock clock;

    /** Made by the portal. */
    @Activate
    public StaffFeed(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "staff-csv";
    }

    @Override
    public LocalizedText label() {
        return TEXTS.both("feed.name");
    }

    @Override
    public RecordForm form() {
        return form;
    }

    @Override
    public Map<String, Integer> read(Path file, FeedOptions options, FeedSink sink) {
        String name = String.valueOf(file.getFileName());
        Map<String, Integer> counts = new LinkedHashMap<>(Map.of("School", 0, "Staff", 0));
        String academy = options.academy().orElse("");
        if (academy.isEmpty()) {
            error(sink, "no-academy", name, "", "the table does not say its academy: hand it in with --academy CODE");
            return counts;
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.get(0).equals(String.join(";", StaffForm.COLUMNS))) {
                error(sink, "bad-head", name, "", "the first line wants " + String.join(";", StaffForm.COLUMNS));
                return counts;
            }
            // Absence means nothing: a table of a commune never is the whole staff of a school.
            sink.begin(academy, false, LocalDate.now(clock));
            Set<String> schools = new HashSet<>();
            for (int line = 1; line < lines.size(); line++) {
                row(name, line + 1, lines.get(line), schools, counts, sink);
            }
        } catch (IOException e) {
            error(sink, "bad-file", name, "", "cannot be read as UTF-8: " + e.getMessage());
        }
        return counts;
    }

    private void row(
            String file, int number, String line, Set<String> schools, Map<String, Integer> counts, FeedSink sink) {
        String[] cells = line.split(";", -1);
        if (cells.length != StaffForm.COLUMNS.size() || cells[0].isBlank() || cells[1].isBlank()) {
            error(sink, "bad-row", file, "line " + number, "wants seven cells, the first two filled");
            return;
        }
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            columns.put(StaffForm.COLUMNS.get(i), List.of(cells[i].strip()));
        }
        if (schools.add(cells[1].strip())) {
            sink.add(form.record(RecordKind.SCHOOL, cells[1].strip(), file, columns));
            counts.merge("School", 1, Integer::sum);
        }
        sink.add(form.record(RecordKind.STAFF, cells[0].strip(), file, columns));
        counts.merge("Staff", 1, Integer::sum);
    }

    private static void error(FeedSink sink, String code, String file, String record, String message) {
        sink.report(new LoadFinding(Severity.ERROR, code, file, record, "", message));
    }
}
