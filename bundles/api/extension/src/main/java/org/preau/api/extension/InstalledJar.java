package org.preau.api.extension;

import java.util.List;
import java.util.Set;
import org.preau.api.base.LocalizedText;

/**
 * A bundle that brings something to the portal, as the framework has it.
 *
 * @param id symbolic name
 * @param version version of the bundle
 * @param name its name for people ({@code Bundle-Name}); the id where there is none
 * @param provider who makes it ({@code Bundle-Vendor}); may be empty
 * @param description one sentence ({@code Bundle-Description}); may be empty
 * @param file name of its file in {@code DIR/deploy}; empty for one of the distribution
 * @param sha256 hash of that file, hexadecimal; empty for one of the distribution
 * @param size of that file, bytes; 0 for one of the distribution
 * @param bundleId its number in the framework
 * @param state how it is
 * @param waits what in it is not ready and why; empty when it runs
 * @param signature what its signature is worth
 * @param imports the packages of the portal that it is wired to
 * @since 1.0
 */
public record InstalledJar(
        String id,
        String version,
        String name,
        String provider,
        String description,
        String file,
        String sha256,
        long size,
        long bundleId,
        ExtensionState state,
        List<LocalizedText> waits,
        Signature signature,
        Set<String> imports) {
    /** Keeps its own copies. */
    public InstalledJar {
        waits = List.copyOf(waits);
        imports = Set.copyOf(imports);
    }

    /** Whether it is part of the distribution and was not replaced. */
    public boolean shipped() {
        return file.isEmpty();
    }
}
