package org.preau.apps.feeds.view;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.FeedRun;
import org.preau.ui.kit.BarChart;
import org.preau.ui.kit.BarChart.Part;
import org.preau.ui.kit.BarChart.Tone;

/** What an archive changes, drawn: by kind of record, and where the departures are. */
final class DifferenceCard extends Panel {
    private static final List<RecordKind> ORDER =
            List.of(RecordKind.PUPIL, RecordKind.GUARDIAN, RecordKind.STAFF, RecordKind.SCHOOL);
    private static final int SCHOOLS = 8;

    private final ReviewView screen;

    DifferenceCard(ReviewView screen, FeedRun run, LoadDifference difference) {
        super(screen.text("chart.title"));
        this.screen = screen;
        put(kinds(difference));
        if (!run.counts().isEmpty()) {
            List<String> counts = new ArrayList<>();
            run.counts().forEach((kind, figure) -> counts.add(screen.text("counts.one", kind, figure)));
            Paragraph read = new Paragraph(screen.text("counts", String.join(", ", counts)));
            read.addClassName("feeds-small");
            put(read);
        }
        if (difference.departures() > 0) {
            departures(run);
        }
    }

    private BarChart kinds(LoadDifference difference) {
        BarChart chart = new BarChart(screen.text("chart.kinds"));
        double longest = ORDER.stream()
                .map(difference::of)
                .mapToInt(each -> each.created() + each.changed() + each.leaving())
                .max()
                .orElse(0);
        for (RecordKind kind : ORDER) {
            Figures figures = difference.of(kind);
            chart.bar(
                    screen.text("kind." + kind),
                    words(figures),
                    longest,
                    List.of(
                            new Part(Tone.GOOD, figures.created()),
                            new Part(Tone.CHANGE, figures.changed() - figures.moved()),
                            new Part(Tone.MOVE, figures.moved()),
                            new Part(Tone.BAD, figures.leaving())));
        }
        return chart.legend(Tone.GOOD, screen.text("legend.created"))
                .legend(Tone.CHANGE, screen.text("legend.changed"))
                .legend(Tone.MOVE, screen.text("legend.moved"))
                .legend(Tone.BAD, screen.text("legend.leaving"));
    }

    private String words(Figures figures) {
        List<String> words = new ArrayList<>();
        part(words, "words.created", figures.created());
        part(words, "words.changed", figures.changed() - figures.moved());
        part(words, "words.moved", figures.moved());
        part(words, "words.leaving", figures.leaving());
        return words.isEmpty() ? screen.text("words.none", figures.before()) : String.join(", ", words);
    }

    private void part(List<String> words, String key, int figure) {
        if (figure > 0) {
            words.add(screen.text(key, figure));
        }
    }

    /** The schools with most departures, each with its share. */
    private void departures(FeedRun run) {
        Map<String, int[]> schools = new LinkedHashMap<>();
        for (SchoolDifference each : screen.desk
                .feeds
                .schools(screen.subject(), run.id(), PageRequest.first(SCHOOLS * ORDER.size()))
                .items()) {
            if (each.kind() == RecordKind.PUPIL || each.kind() == RecordKind.STAFF) {
                int[] sum = schools.computeIfAbsent(
                        screen.text("schools.name", each.name(), each.code()), name -> new int[2]);
                sum[0] += each.figures().leaving();
                sum[1] += each.figures().before();
            }
        }
        schools.values().removeIf(sum -> sum[0] == 0);
        if (schools.isEmpty()) {
            return;
        }
        BarChart chart = new BarChart(screen.text("chart.departures"));
        schools.entrySet().stream().limit(SCHOOLS).forEach(entry -> {
            int leaving = entry.getValue()[0];
            int before = Math.max(leaving, entry.getValue()[1]);
            chart.bar(
                    entry.getKey(),
                    screen.text("held.figures", leaving, before, Math.round(100f * leaving / before)),
                    before,
                    List.of(new Part(Tone.BAD, leaving)));
        });
        put(new H3(screen.text("chart.departures")), chart);
    }
}
