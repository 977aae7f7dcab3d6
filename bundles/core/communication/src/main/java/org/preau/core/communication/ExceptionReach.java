package org.preau.core.communication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.Profile;
import org.preau.api.communication.NewException;
import org.preau.api.communication.RuleException;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Reach;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;

/** Whom exceptions let somebody write to. */
final class ExceptionReach {
    private final List<RuleException> running;
    private final Structures structures;
    private final Reasons reasons;

    ExceptionReach(RuleBook book, Structures structures, Reasons reasons, LocalDate today) {
        this.running = book.allowing(today);
        this.structures = structures;
        this.reasons = reasons;
    }

    List<Reached> of(Membership membership) {
        List<Reached> reached = new ArrayList<>();
        for (RuleException each : running) {
            NewException what = each.what();
            Scope to = Objects.requireNonNull(what.to(), "an exception that allows has a second scope");
            if (holds(membership, what.from(), what.fromProfiles())) {
                reached.add(reached(to, what.toProfiles(), each));
            }
            if (what.bothWays() && holds(membership, to, what.toProfiles())) {
                reached.add(reached(what.from(), what.fromProfiles(), each));
            }
        }
        return reached;
    }

    private boolean holds(Membership membership, Scope scope, Set<Profile> profiles) {
        boolean inside = scope.kind() == Scope.Kind.STRUCTURE
                ? membership.scope().kind() == Scope.Kind.STRUCTURE
                        && structures.withAncestors(membership.structureId()).contains(scope.id())
                : membership.scope().equals(scope);
        return inside && (profiles.isEmpty() || profiles.contains(membership.profile()));
    }

    private Reached reached(Scope scope, Set<Profile> profiles, RuleException exception) {
        Set<Profile> meant = profiles.isEmpty() ? EnumSet.allOf(Profile.class) : profiles;
        @Nullable LocalDate until = exception.what().until();
        String key = until == null ? "exception" : "exception.until";
        return new Reached(
                new Reach(scope, meant),
                reasons.of("EXCEPTION", scope, key, exception.what().reason(), until == null ? "" : until.toString()));
    }
}
