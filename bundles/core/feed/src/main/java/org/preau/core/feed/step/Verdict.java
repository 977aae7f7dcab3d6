package org.preau.core.feed.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadDifference.Figures;
import org.preau.api.directory.load.RecordKind;
import org.preau.api.feed.HeldSchool;
import org.preau.core.feed.run.Acceptance;

/**
 * Whether an archive may be applied, and who leaves then.
 *
 * @param hold whether somebody has to accept first
 * @param leavers who leaves when it is applied
 * @param held the schools that hold it, or held it
 * @param why in English, one sentence for each kind of excess; empty when there is none
 */
record Verdict(boolean hold, Leavers leavers, List<HeldSchool> held, List<String> why) {
    /** Judges what passes the thresholds by what was accepted. */
    static Verdict of(Thresholds.Excess excess, Optional<Acceptance> accepted) {
        if (excess.none() || accepted.filter(Acceptance::free).isPresent()) {
            return new Verdict(false, Leavers.all(), List.of(), List.of());
        }
        List<HeldSchool> holding = excess.kinds().isEmpty() ? excess.schools() : excess.leaving();
        List<HeldSchool> shown =
                holding.stream().map(each -> marked(each, accepted)).toList();
        boolean hold = accepted.isEmpty() || exceeds(excess, holding, accepted.get());
        return new Verdict(hold, leavers(excess, accepted), shown, why(excess));
    }

    /** Whether more would leave now than was accepted. */
    private static boolean exceeds(Thresholds.Excess excess, List<HeldSchool> holding, Acceptance accepted) {
        if (!accepted.all()) {
            return excess.leaving().stream()
                    .anyMatch(each -> accepted.schools().containsKey(each.code())
                            && !accepted.covers(each.code(), each.leaving()));
        }
        return holding.stream().anyMatch(each -> !accepted.covers(each.code(), each.leaving()))
                || excess.kinds().entrySet().stream()
                        .anyMatch(each -> each.getValue().leaving()
                                > accepted.kinds().getOrDefault(each.getKey().name(), 0));
    }

    /** Everybody, or those of the accepted schools and of all that hold nothing. */
    private static Leavers leavers(Thresholds.Excess excess, Optional<Acceptance> accepted) {
        if (accepted.isEmpty() || accepted.get().all()) {
            return Leavers.all();
        }
        Set<String> schools = new HashSet<>(accepted.get().schools().keySet());
        if (excess.kinds().isEmpty()) {
            excess.leaving().forEach(each -> schools.add(each.code()));
            excess.schools().stream()
                    .map(HeldSchool::code)
                    .filter(code -> !accepted.get().schools().containsKey(code))
                    .forEach(schools::remove);
        }
        return new Leavers.OfSchools(schools);
    }

    private static HeldSchool marked(HeldSchool school, Optional<Acceptance> accepted) {
        boolean yes = accepted.filter(each ->
                        each.schools().containsKey(school.code()) && each.covers(school.code(), school.leaving()))
                .isPresent();
        return new HeldSchool(school.code(), school.name(), school.before(), school.leaving(), yes);
    }

    private static List<String> why(Thresholds.Excess excess) {
        List<String> why = new ArrayList<>();
        if (!excess.schools().isEmpty()) {
            HeldSchool worst = excess.schools().stream()
                    .max((a, b) -> Integer.compare(a.leaving(), b.leaving()))
                    .orElseThrow();
            why.add(excess.schools().size() + " schools would lose more than the threshold lets, "
                    + worst.leaving() + " of " + worst.before() + " pupils and staff at " + worst.code() + " "
                    + worst.name() + " among them");
        }
        for (Map.Entry<RecordKind, Figures> each : excess.kinds().entrySet()) {
            why.add(each.getValue().leaving() + " of "
                    + each.getValue().before() + " "
                    + each.getKey().name().toLowerCase(Locale.ROOT)
                    + " records of the source would leave, more than the threshold lets");
        }
        return why;
    }
}
