package org.preau.core.feed.step;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preau.api.directory.load.LoadDifference;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.directory.load.SchoolDifference;
import org.preau.api.feed.HeldSchool;
import org.preau.core.feed.FeedConfig;

/**
 * From how many leavers on an archive is held (44B).
 *
 * @param school share of a school's pupils and staff, 0 to 1
 * @param region share of a kind of people of the whole source, 0 to 1
 * @param minimum fewer leavers never hold, but for a school that goes altogether
 */
record Thresholds(double school, double region, int minimum) {
    private static final double PERCENT = 100;

    static Thresholds of(FeedConfig config) {
        return new Thresholds(
                config.hold_school_share() / PERCENT, config.hold_region_share() / PERCENT, config.hold_minimum());
    }

    /**
     * What passes the thresholds.
     *
     * @param schools the schools from which too many leave
     * @param kinds the kinds of people of whom too many leave in all
     * @param leaving every school from which anybody leaves
     */
    record Excess(List<HeldSchool> schools, Map<RecordKind, Figures> kinds, List<HeldSchool> leaving) {
        /** Nothing passes. */
        static final Excess NONE = new Excess(List.of(), Map.of(), List.of());

        boolean none() {
            return schools.isEmpty() && kinds.isEmpty();
        }
    }

    /** Compares a difference with the thresholds. */
    Excess excess(LoadDifference difference, List<SchoolDifference> rows) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        rows.forEach(row -> tallies.computeIfAbsent(row.code(), code -> new Tally(code, row.name()))
                .add(row));
        List<HeldSchool> held = new ArrayList<>();
        List<HeldSchool> leaving = new ArrayList<>();
        for (Tally each : tallies.values()) {
            if (each.anybodyLeaves) {
                leaving.add(each.asHeld());
            }
            if (each.gone() || tooMany(each.leaving, each.before, school)) {
                held.add(each.asHeld());
            }
        }
        Map<RecordKind, Figures> kinds = new EnumMap<>(RecordKind.class);
        difference.kinds().forEach((kind, figures) -> {
            if (kind != RecordKind.SCHOOL && tooMany(figures.leaving(), figures.before(), region)) {
                kinds.put(kind, figures);
            }
        });
        return new Excess(held, kinds, leaving);
    }

    private boolean tooMany(int leaving, int before, double share) {
        return leaving >= minimum && leaving > share * before;
    }

    /** Pupils and staff of one school. */
    private static final class Tally {
        private final String code;
        private final String name;
        private int before;
        private int leaving;
        private boolean schoolLeaves;
        private boolean anybodyLeaves;

        Tally(String code, String name) {
            this.code = code;
            this.name = name;
        }

        void add(SchoolDifference row) {
            anybodyLeaves |= row.figures().leaving() > 0;
            switch (row.kind()) {
                case SCHOOL -> schoolLeaves |= row.figures().leaving() > 0;
                case PUPIL, STAFF -> {
                    before += row.figures().before();
                    leaving += row.figures().leaving();
                }
                case GUARDIAN -> {}
            }
        }

        boolean gone() {
            return schoolLeaves || before > 0 && leaving >= before;
        }

        HeldSchool asHeld() {
            return new HeldSchool(code, name, before, leaving, false);
        }
    }
}
