package org.preau.core.feed.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.preau.api.base.Page;
import org.preau.api.base.PageRequest;
import org.preau.api.directory.load.ChangeSample;
import org.preau.api.directory.load.ChangeSample.Change;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.core.feed.run.Review.Sample;

/**
 * What a load changes, read from its staging.
 *
 * @param schools every school and kind, the unchanged ones too
 */
record Comparison(LoadDifference difference, List<SchoolDifference> schools) {
    private static final int OF_A_FIRST_LOAD = 5;
    private static final int SAMPLES = 10;

    static Comparison of(DirectoryLoad load) {
        LoadDifference difference = load.difference();
        List<SchoolDifference> schools = new ArrayList<>();
        Page<SchoolDifference> page;
        do {
            page = load.bySchool(new PageRequest(schools.size(), PageRequest.MAX));
            schools.addAll(page.items());
        } while (!page.items().isEmpty() && schools.size() < page.total());
        return new Comparison(difference, schools);
    }

    /** The schools and kinds where anything changes. */
    List<SchoolDifference> changed() {
        return schools.stream().filter(each -> weight(each) > 0).toList();
    }

    /** Some records of the schools where most changes, leavers counting most. */
    List<Sample> samples(DirectoryLoad load, int mostSchools) {
        Map<String, Long> weights = new HashMap<>();
        changed().forEach(each -> weights.merge(each.code(), weight(each), Long::sum));
        List<String> chosen = weights.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(isFirst() ? Math.min(mostSchools, OF_A_FIRST_LOAD) : mostSchools)
                .map(Map.Entry::getKey)
                .toList();
        List<Sample> samples = new ArrayList<>();
        Map<String, List<SchoolDifference>> rows = new HashMap<>();
        changed().forEach(each -> rows.computeIfAbsent(each.code(), code -> new ArrayList<>())
                .add(each));
        for (String school : chosen) {
            rows.getOrDefault(school, List.of()).forEach(row -> sample(load, row, samples));
        }
        return samples;
    }

    /** Whether the source had nothing before: everybody comes, a few schools show that. */
    private boolean isFirst() {
        return difference.kinds().values().stream().allMatch(each -> each.before() == 0);
    }

    private static void sample(DirectoryLoad load, SchoolDifference row, List<Sample> samples) {
        for (Change change : Change.values()) {
            if (count(row.figures(), change) > 0) {
                for (ChangeSample each : load.samples(row.code(), row.kind(), change, SAMPLES)) {
                    samples.add(new Sample(row.code(), each));
                }
            }
        }
    }

    private static int count(Figures figures, Change change) {
        return switch (change) {
            case CREATED -> figures.created();
            case CHANGED -> figures.changed();
            case MOVED -> figures.moved();
            case LEAVING -> figures.leaving();
        };
    }

    private static long weight(SchoolDifference row) {
        Figures f = row.figures();
        return f.leaving() * 1_000_000L + f.created() + f.changed() + f.moved();
    }
}
