package org.preau.core.communication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.base.Profile;
import org.preau.api.communication.Effective;
import org.preau.api.communication.MayWrite.Reason;
import org.preau.api.communication.Preset;
import org.preau.api.directory.Directory;
import org.preau.api.directory.Membership;
import org.preau.api.directory.ReachablePeople;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structures;

/** Works out where the people are that somebody may write to. Safe on any thread. */
@Component(service = Reaches.class)
public final class Reaches {
    private final Books books;
    private final Directory directory;
    private final Structures structures;
    private final ReachablePeople people;
    private final ClassStaff classStaff;
    private final Clock clock;
    private final Reasons reasons;

    /** Takes its services. */
    @Activate
    public Reaches(
            @Reference Books books,
            @Reference Directory directory,
            @Reference Structures structures,
            @Reference ReachablePeople people,
            @Reference ClassStaff classStaff,
            @Reference Clock clock) {
        this.books = books;
        this.directory = directory;
        this.structures = structures;
        this.people = people;
        this.classStaff = classStaff;
        this.clock = clock;
        this.reasons = new Reasons(structures);
    }

    /** The rule of a structure. */
    Effective effective(UUID structure) {
        return new Effectives(books.now(), structures).of(structure);
    }

    /** What holds above a structure: what it is measured against. */
    Effective above(UUID structure) {
        return new Effectives(books.now(), structures)
                .above(structure)
                .orElse(new Effective(Preset.OPEN, Optional.empty(), Preset.OPEN, true, false));
    }

    Reasons reasons() {
        return reasons;
    }

    /** The scopes, each with its reason. */
    List<Reached> of(UUID person) {
        RuleBook book = books.now();
        LocalDate today = LocalDate.now(clock);
        FamilyReach family = family(book, today);
        StaffReach staff = new StaffReach(structures, reasons);
        ExceptionReach exceptions = new ExceptionReach(book, structures, reasons, today);
        List<Reached> reached = new ArrayList<>();
        for (Way way : Way.of(directory.scopesOf(person))) {
            boolean closed = family.isClosed(way);
            reached.addAll(family.of(way, way.child().isPresent() ? Profile.GUARDIAN : Profile.STUDENT));
            for (Membership each : way.memberships()) {
                reached.addAll(staff.of(each));
                boolean shut = closed || book.isClosed(each.scope(), each.profile(), today);
                if (!shut || !each.profile().isFamily()) {
                    reached.addAll(exceptions.of(each));
                }
            }
        }
        return reached;
    }

    /** The person's own family: children of a guardian, guardians of a pupil, where the rule is not closed. */
    Set<UUID> family(UUID person) {
        RuleBook book = books.now();
        FamilyReach family = family(book, LocalDate.now(clock));
        Effectives effectives = new Effectives(book, structures);
        Set<UUID> own = new LinkedHashSet<>();
        for (Way way : Way.of(directory.scopesOf(person))) {
            boolean open = !family.isClosed(way)
                    && way.memberships().stream()
                            .anyMatch(each -> each.profile().isFamily()
                                    && effectives.of(each.structureId()).preset() != Preset.CLOSED);
            if (open && way.child().isPresent()) {
                own.add(way.child().get());
            } else if (open) {
                own.addAll(people.guardiansOf(person));
            }
        }
        return own;
    }

    /** Why somebody may not write to more people: the rules of the places where he belongs. */
    List<Reason> limits(UUID person) {
        RuleBook book = books.now();
        LocalDate today = LocalDate.now(clock);
        Effectives effectives = new Effectives(book, structures);
        Set<Reason> limits = new LinkedHashSet<>();
        for (Membership each : directory.scopesOf(person)) {
            boolean structure = each.scope().kind() == Scope.Kind.STRUCTURE;
            if (each.profile().isFamily() && book.isClosed(each.scope(), each.profile(), today)) {
                limits.add(reasons.of("CLOSED_SCOPE", each.scope(), "closed.scope", each.label()));
            } else if (structure && each.profile().isFamily()) {
                Effective rule = effectives.of(each.structureId());
                limits.add(reasons.rule(rule, each.scope(), each.profile(), each.structureId()));
            } else if (structure) {
                limits.add(reasons.of("STAFF", each.scope(), "staff.limit", each.label()));
            }
        }
        return List.copyOf(limits);
    }

    private FamilyReach family(RuleBook book, LocalDate today) {
        return new FamilyReach(book, new Effectives(book, structures), directory, classStaff, reasons, today);
    }
}
