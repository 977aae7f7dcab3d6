package org.preau.core.feed.step;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.preau.api.directory.load.Leavers;
import org.preau.api.directory.load.LoadFinding.Severity;
import org.preau.api.feed.HeldSchool;
import org.preau.core.feed.run.Acceptance;
import org.preau.core.feed.run.Findings;

/**
 * Whether an archive may be applied, and who leaves then.
 *
 * @param hold whether somebody has to accept first
 * @param leavers who leaves when it is applied
 * @param held the schools that hold it, or held it
 * @param excess what passes the thresholds
 */
record Verdict(boolean hold, Leavers leavers, List<HeldSchool> held, Thresholds.Excess excess) {
    /** Judges what passes the thresholds by what was accepted. */
    static Verdict of(Thresholds.Excess excess, Optional<Acceptance> accepted) {
        if (excess.none() || accepted.filter(Acceptance::free).isPresent()) {
            return new Verdict(false, Leavers.all(), List.of(), Thresholds.Excess.NONE);
        }
        List<HeldSchool> holding = excess.kinds().isEmpty() ? excess.schools() : excess.leaving();
        List<HeldSchool> shown =
                holding.stream().map(each -> marked(each, accepted)).toList();
        boolean hold = accepted.isEmpty() || exceeds(excess, holding, accepted.get());
        return new Verdict(hold, leavers(excess, accepted), shown, excess);
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

    /** One warning for each kind of excess. */
    void tell(Findings findings) {
        excess.schools().stream()
                .max((a, b) -> Integer.compare(a.leaving(), b.leaving()))
                .ifPresent(worst -> findings.add(
                        Severity.WARNING,
                        worst.leaving() > 0 ? "departures.schools" : "departures.school",
                        excess.schools().size(),
                        worst.leaving(),
                        worst.before(),
                        worst.code(),
                        worst.name()));
        excess.kinds()
                .forEach((kind, figures) -> findings.add(
                        Severity.WARNING,
                        "departures." + kind.name().toLowerCase(Locale.ROOT),
                        figures.leaving(),
                        figures.before()));
    }
}
