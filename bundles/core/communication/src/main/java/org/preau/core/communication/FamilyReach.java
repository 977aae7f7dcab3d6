package org.preau.core.communication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.communication.Effective;
import org.preau.api.communication.MayWrite.Reason;
import org.preau.api.communication.Preset;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Reach;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;

/** Whom pupils and guardians may write to under the rule of their school. */
final class FamilyReach {
    static final Set<Profile> STAFF = EnumSet.of(Profile.HEAD, Profile.TEACHER, Profile.STAFF);
    private static final Set<Profile> TEACHING = EnumSet.of(Profile.HEAD, Profile.TEACHER);

    private final RuleBook book;
    private final Effectives effectives;
    private final Directory directory;
    private final ClassStaff classStaff;
    private final Reasons reasons;
    private final LocalDate today;

    FamilyReach(
            RuleBook book,
            Effectives effectives,
            Directory directory,
            ClassStaff classStaff,
            Reasons reasons,
            LocalDate today) {
        this.book = book;
        this.effectives = effectives;
        this.directory = directory;
        this.classStaff = classStaff;
        this.reasons = reasons;
        this.today = today;
    }

    /** Whether a class that closes the whole way is among these. */
    boolean isClosed(Way way) {
        return way.memberships().stream()
                .anyMatch(each ->
                        each.scope().kind() == Scope.Kind.CLASS && book.isClosed(each.scope(), each.profile(), today));
    }

    List<Reached> of(Way way, Profile profile) {
        List<Reached> reached = new ArrayList<>();
        if (isClosed(way)) {
            return reached;
        }
        for (Membership each : way.memberships()) {
            if (each.profile() != profile) {
                continue;
            }
            Effective rule = effectives.of(each.structureId());
            if (rule.preset() == Preset.CLOSED || book.isClosed(each.scope(), profile, today)) {
                continue;
            }
            Reason why = reasons.rule(rule, each.scope(), profile, each.structureId());
            if (each.scope().kind() == Scope.Kind.STRUCTURE) {
                school(reached, way, profile, each.structureId(), rule, why);
            } else {
                small(reached, profile, each.scope(), rule, why);
            }
        }
        return reached;
    }

    private void small(List<Reached> reached, Profile profile, Scope scope, Effective rule, Reason why) {
        Set<Profile> profiles = EnumSet.copyOf(STAFF);
        boolean together = rule.preset() == Preset.CLASS || rule.preset() == Preset.OPEN;
        if (together && (profile == Profile.STUDENT || rule.guardiansTogether())) {
            profiles.add(profile);
        }
        reached.add(new Reached(new Reach(scope, profiles), why));
    }

    private void school(List<Reached> reached, Way way, Profile profile, UUID school, Effective rule, Reason why) {
        Scope scope = Scope.structure(school);
        if (profile == Profile.GUARDIAN) {
            reached.add(new Reached(new Reach(scope, Set.of(Profile.HEAD)), why));
        }
        if (rule.preset() == Preset.OPEN) {
            reached.add(new Reached(new Reach(scope, STAFF), why));
            if (profile == Profile.STUDENT) {
                reached.addAll(pupilsOf(school, why));
            }
            return;
        }
        List<Membership> classes = way.small(school, profile).stream()
                .filter(each -> each.scope().kind() == Scope.Kind.CLASS)
                .toList();
        if (classes.stream().noneMatch(each -> classStaff.isKnown(each.scope()))) {
            Reason unknown = reasons.of("TEACHERS_UNKNOWN", scope, "teachers.unknown", reasons.name(school));
            reached.add(new Reached(new Reach(scope, TEACHING), unknown));
        }
    }

    private List<Reached> pupilsOf(UUID school, Reason why) {
        List<SchoolClass> classes = directory.classesOf(school);
        boolean someClosed =
                classes.stream().anyMatch(each -> book.isClosed(Scope.schoolClass(each.id()), Profile.STUDENT, today));
        if (!someClosed) {
            return List.of(new Reached(new Reach(Scope.structure(school), Set.of(Profile.STUDENT)), why));
        }
        return classes.stream()
                .map(each -> Scope.schoolClass(each.id()))
                .filter(each -> !book.isClosed(each, Profile.STUDENT, today))
                .map(each -> new Reached(new Reach(each, Set.of(Profile.STUDENT)), why))
                .toList();
    }
}
