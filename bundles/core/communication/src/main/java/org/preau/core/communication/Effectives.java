package org.preau.core.communication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.preau.api.communication.Effective;
import org.preau.api.communication.NewSetting;
import org.preau.api.communication.Preset;
import org.preau.api.communication.Setting;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;

/**
 * Works out the rule of a structure from what was set for it and above it. Of several parents the narrowest rule counts; projects do not count for the schools that take part in them. A
 * structure's own setting holds when it is narrower, when what is above allows widening, or when it was set from above.
 */
final class Effectives {
    /** What holds where nobody set anything. */
    static final Effective DEFAULT = new Effective(Preset.CLASS, Optional.empty(), Preset.CLASS, false, false);

    private final RuleBook book;
    private final Structures structures;

    Effectives(RuleBook book, Structures structures) {
        this.book = book;
        this.structures = structures;
    }

    Effective of(UUID structure) {
        return find(structure).orElse(DEFAULT);
    }

    /** What holds directly above; nothing above a root. */
    Optional<Effective> above(UUID structure) {
        List<Effective> all = new ArrayList<>();
        for (UUID parent : structures.parentsOf(structure)) {
            if (kind(parent) != StructureKind.PROJECT) {
                find(parent).ifPresent(all::add);
            }
        }
        return all.stream().reduce(Effectives::narrower);
    }

    private Optional<Effective> find(UUID structure) {
        Optional<Effective> base = above(structure);
        Optional<Setting> own = book.of(structure).filter(each -> each.setting().isPresent());
        Preset most = base.filter(each -> !each.wideningAllowed())
                .map(Effective::preset)
                .orElse(Preset.OPEN);
        if (own.isEmpty()) {
            Optional<Effective> inherited =
                    base.isPresent() || kind(structure) != StructureKind.ACADEMY ? base : Optional.of(DEFAULT);
            return inherited.map(each -> new Effective(
                    each.preset(), each.decidedBy(), most, each.wideningAllowed(), each.guardiansTogether()));
        }
        NewSetting set = own.get().setting().orElseThrow();
        boolean holds = own.get().fromAbove() || !set.preset().isWiderThan(most);
        boolean guardians = set.guardiansTogether()
                .orElse(base.map(Effective::guardiansTogether).orElse(false));
        boolean widening = set.wideningAllowed()
                && (own.get().fromAbove()
                        || base.map(Effective::wideningAllowed).orElse(true));
        return Optional.of(new Effective(
                holds ? set.preset() : most,
                holds ? Optional.of(structure) : base.flatMap(Effective::decidedBy),
                most,
                widening,
                guardians));
    }

    private StructureKind kind(UUID structure) {
        return structures.byId(structure).map(Structure::kind).orElse(StructureKind.SCHOOL);
    }

    private static Effective narrower(Effective one, Effective other) {
        Effective first = other.preset().isWiderThan(one.preset()) ? one : other;
        return new Effective(
                first.preset(),
                first.decidedBy(),
                first.mostAllowed(),
                one.wideningAllowed() && other.wideningAllowed(),
                one.guardiansTogether() && other.guardiansTogether());
    }
}
