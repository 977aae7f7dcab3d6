package org.preau.api.extension;

import org.preau.api.base.LocalizedText;

/**
 * Something that became of an extension.
 *
 * @param kind what
 * @param id symbolic name
 * @param version the version that came, was refused or went
 * @param before the version that ran before; empty for none
 * @param name its name for people; the id where it is not known
 * @param file name of the file; may be empty
 * @param sha256 hash of that file, hexadecimal; empty when it went
 * @param why the reason of a refusal; {@link #NO_REASON} otherwise
 * @since 1.0
 */
public record Installation(
        Kind kind,
        String id,
        String version,
        String before,
        String name,
        String file,
        String sha256,
        LocalizedText why) {
    /** No reason. */
    public static final LocalizedText NO_REASON = new LocalizedText("–", "–");

    /** Kinds. */
    public enum Kind {
        /** A new one runs. */
        INSTALLED,
        /** Another version runs in its place. */
        UPDATED,
        /** A new version did not become ready: the one before it runs again. */
        RETURNED,
        /** A new one was refused, or did not become ready: nothing is left of it. */
        REFUSED,
        /** It was taken away. */
        REMOVED
    }
}
