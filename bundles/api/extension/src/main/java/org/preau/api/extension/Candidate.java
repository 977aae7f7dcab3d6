package org.preau.api.extension;

import java.util.List;
import java.util.Set;
import org.preau.api.base.LocalizedText;

/**
 * A jar that was looked at and changed nothing yet.
 *
 * @param id symbolic name; empty when it is no bundle
 * @param version version of the bundle; empty when it is no bundle
 * @param name its name for people; the id where there is none
 * @param provider who makes it; may be empty
 * @param sha256 hash of the file, hexadecimal
 * @param running the version that it would replace; empty for a new one
 * @param signature what its signature is worth
 * @param imports the packages of the portal that it asks for
 * @param objections why it cannot be installed; empty when it can
 * @since 1.0
 */
public record Candidate(
        String id,
        String version,
        String name,
        String provider,
        String sha256,
        String running,
        Signature signature,
        Set<String> imports,
        List<LocalizedText> objections) {
    /** Keeps its own copies. */
    public Candidate {
        imports = Set.copyOf(imports);
        objections = List.copyOf(objections);
    }

    /** Whether nothing speaks against it. */
    public boolean installable() {
        return objections.isEmpty();
    }
}
