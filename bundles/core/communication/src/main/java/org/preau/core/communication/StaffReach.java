package org.preau.core.communication;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.preau.api.base.Profile;
import org.preau.api.communication.MayWrite.Reason;
import org.preau.api.directory.Membership;
import org.preau.api.directory.Reach;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;

/** Whom those who work at schools and above them may write to; the same under each preset. */
final class StaffReach {
    private static final Set<Profile> ANYBODY = EnumSet.allOf(Profile.class);
    private static final Set<Profile> GUIDES = EnumSet.of(Profile.INSPECTOR, Profile.ADVISER);
    private static final Set<Profile> WORKING = EnumSet.of(
            Profile.HEAD, Profile.TEACHER, Profile.STAFF, Profile.INSPECTOR, Profile.ADVISER, Profile.ACADEMY);

    private final Structures structures;
    private final Reasons reasons;

    StaffReach(Structures structures, Reasons reasons) {
        this.structures = structures;
        this.reasons = reasons;
    }

    List<Reached> of(Membership membership) {
        Scope scope = membership.scope();
        String name = membership.label();
        if (scope.kind() != Scope.Kind.STRUCTURE) {
            return switch (membership.profile()) {
                case GUEST, STUDENT, GUARDIAN -> List.of();
                default -> one(scope, ANYBODY, reasons.of("STAFF", scope, "staff.group", name));
            };
        }
        return switch (membership.profile()) {
            case HEAD, TEACHER, STAFF -> ofSchool(membership);
            case INSPECTOR, ADVISER, ACADEMY -> one(scope, WORKING, reasons.of("STAFF", scope, "staff.above", name));
            case TERRITORY ->
                one(
                        scope,
                        EnumSet.of(Profile.HEAD, Profile.TERRITORY),
                        reasons.of("STAFF", scope, "staff.territory", name));
            case GUEST, STUDENT, GUARDIAN -> List.of();
        };
    }

    private List<Reached> ofSchool(Membership membership) {
        UUID school = membership.structureId();
        String name = reasons.name(school);
        List<Reached> reached = new ArrayList<>(
                one(membership.scope(), ANYBODY, reasons.of("STAFF", membership.scope(), "staff.school", name)));
        structures.platformOf(school).ifPresent(rpi -> {
            Scope platform = Scope.structure(rpi.id());
            Reason why = reasons.of("STAFF", platform, "staff.platform", rpi.name());
            reached.addAll(one(platform, FamilyReach.STAFF, why));
        });
        for (UUID above : structures.withAncestors(school)) {
            Optional<Structure> known = structures.byId(above);
            known.ifPresent(each -> guides(reached, each, membership.profile() == Profile.HEAD));
        }
        return reached;
    }

    private void guides(List<Reached> reached, Structure above, boolean head) {
        Scope scope = Scope.structure(above.id());
        Reason why = reasons.of("STAFF", scope, "staff.guides", above.name());
        if (above.kind() == StructureKind.CIRCONSCRIPTION) {
            reached.addAll(one(scope, GUIDES, why));
        } else if (head && above.kind() == StructureKind.COMMUNE) {
            reached.addAll(one(scope, Set.of(Profile.TERRITORY), why));
        } else if (head && above.kind() == StructureKind.ACADEMY) {
            reached.addAll(one(scope, Set.of(Profile.ACADEMY), why));
        }
    }

    private static List<Reached> one(Scope scope, Set<Profile> profiles, Reason why) {
        return List.of(new Reached(new Reach(scope, profiles), why));
    }
}
