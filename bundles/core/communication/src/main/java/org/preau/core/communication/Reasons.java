package org.preau.core.communication;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.LocalizedText;
import org.preau.api.base.Profile;
import org.preau.api.base.Texts;
import org.preau.api.communication.Effective;
import org.preau.api.communication.MayWrite.Reason;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.Structures;

/** Words a reason. */
final class Reasons {
    private static final Texts TEXTS = Texts.of(Reasons.class);

    private final Structures structures;

    Reasons(Structures structures) {
        this.structures = structures;
    }

    /** A reason whose sentence names something. */
    Reason of(String rule, @Nullable Scope scope, String key, Object... arguments) {
        return new Reason(rule, scope, text(key, arguments));
    }

    /** What a school's rule lets a profile do. */
    Reason rule(Effective rule, Scope scope, Profile profile, UUID school) {
        String key = "rule." + rule.preset() + "." + profile;
        LocalizedText what = text(key, name(school));
        LocalizedText who = rule.decidedBy()
                .map(decider -> text("decided.by", name(decider)))
                .orElseGet(() -> text("decided.default", ""));
        LocalizedText both = new LocalizedText(what.fr() + " " + who.fr(), what.en() + " " + who.en());
        return new Reason(rule.preset().name(), scope, both);
    }

    String name(UUID structure) {
        Optional<Structure> known = structures.byId(structure);
        return known.map(Structure::name).orElse("?");
    }

    private static LocalizedText text(String key, Object... arguments) {
        return new LocalizedText(TEXTS.text(Locale.FRENCH, key, arguments), TEXTS.text(Locale.ENGLISH, key, arguments));
    }
}
