package org.preau.core.communication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.authorisation.Authorisation;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Subject;
import org.preau.api.base.Texts;
import org.preau.api.communication.CommunicationRules;
import org.preau.api.communication.Effective;
import org.preau.api.communication.NewException;
import org.preau.api.directory.Directory;
import org.preau.api.directory.SchoolClass;
import org.preau.api.directory.Scope;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;

/** Who has the say over whom somebody writes to, and whether what he asks for can be. */
final class Say {
    private static final Texts TEXTS = Texts.of(SqlCommunicationRules.class);
    private static final int LONGEST_REASON = 500;

    private final Authorisation authorisation;
    private final Directory directory;
    private final Structures structures;
    private final Clock clock;

    Say(Authorisation authorisation, Directory directory, Structures structures, Clock clock) {
        this.authorisation = authorisation;
        this.directory = directory;
        this.structures = structures;
        this.clock = clock;
    }

    /** Whether the subject has the say over what decides above a structure, so that he may let it have a wider rule. */
    boolean decidesAbove(Subject by, UUID structure, Effective above) {
        return above.decidedBy()
                .or(() -> structures.withAncestors(structure).stream()
                        .filter(each -> structures
                                .byId(each)
                                .map(Structure::kind)
                                .filter(StructureKind.ACADEMY::equals)
                                .isPresent())
                        .findFirst())
                .filter(decider -> authorisation.allows(by, CommunicationRules.SET, Scope.structure(decider)))
                .isPresent();
    }

    /** Refuses an exception that is not well formed, or whose author has not the say over whom it lets be written to. */
    void check(Subject by, NewException exception) {
        Scope to = exception.to();
        LocalDate until = exception.until();
        boolean allow = exception.kind() == NewException.Kind.ALLOW;
        if (allow != (to != null) || !allow && exception.from().kind() == Scope.Kind.STRUCTURE) {
            throw refused(ErrorCode.INVALID_INPUT, "exception.form");
        }
        if (until != null && until.isBefore(LocalDate.now(clock))) {
            throw refused(ErrorCode.INVALID_INPUT, "exception.past");
        }
        if (exception.reason().length() > LONGEST_REASON) {
            throw refused(ErrorCode.INVALID_INPUT, "exception.reason", LONGEST_REASON);
        }
        if (to != null) {
            authorisation.require(by, CommunicationRules.SET, Scope.structure(structureOf(to)));
        }
    }

    /** Whether the subject has the say over a structure of that person. */
    boolean hasSay(Subject by, UUID person) {
        return directory.scopesOf(person).stream()
                .filter(each -> each.scope().kind() == Scope.Kind.STRUCTURE)
                .anyMatch(each -> authorisation.allows(by, CommunicationRules.SET, each.scope()));
    }

    /** The structure that a scope lies in. */
    UUID structureOf(Scope scope) {
        if (scope.kind() == Scope.Kind.STRUCTURE) {
            return known(scope.id());
        }
        @Nullable
        UUID structure =
                directory.schoolClass(scope.id()).map(SchoolClass::structureId).orElse(null);
        if (structure == null) {
            throw refused(ErrorCode.NOT_FOUND, "scope.unknown", scope.id());
        }
        return structure;
    }

    /** That structure, which must be there. */
    UUID known(UUID structure) {
        if (structures.byId(structure).isEmpty()) {
            throw refused(ErrorCode.NOT_FOUND, "scope.unknown", structure);
        }
        return structure;
    }

    /** A refusal in words. */
    static PortalException refused(ErrorCode code, String key, Object... arguments) {
        return new PortalException(code, TEXTS, key, arguments);
    }
}
