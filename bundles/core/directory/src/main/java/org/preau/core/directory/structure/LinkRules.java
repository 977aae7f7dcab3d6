package org.preau.core.directory.structure;

import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;
import org.preau.api.base.Texts;
import org.preau.api.directory.Structure;
import org.preau.api.directory.StructureKind;
import org.preau.api.directory.Structures;

/** What may lie below what. */
final class LinkRules {
    private LinkRules() {}

    /** Passes if {@code child} may be put below {@code parent}: from the wide to the narrow, and never in a circle. */
    static void check(Structure parent, Structure child, Structures structures, Texts texts) {
        boolean fits =
                switch (parent.kind()) {
                    case SCHOOL -> false;
                    case RPI -> child.kind() == StructureKind.SCHOOL;
                    case COMMUNE, CIRCONSCRIPTION ->
                        child.kind() == StructureKind.SCHOOL || child.kind() == StructureKind.RPI;
                    case PROJECT -> child.kind() != StructureKind.ACADEMY && child.kind() != StructureKind.DEPARTMENT;
                    case DEPARTMENT ->
                        child.kind() != StructureKind.ACADEMY && child.kind() != StructureKind.DEPARTMENT;
                    case ACADEMY -> child.kind() != StructureKind.ACADEMY;
                };
        if (!fits) {
            throw new PortalException(ErrorCode.INVALID_INPUT, texts, "structure.parent");
        }
        if (structures.withAncestors(parent.id()).contains(child.id())) {
            throw new PortalException(ErrorCode.CONFLICT, texts, "structure.loop");
        }
    }
}
