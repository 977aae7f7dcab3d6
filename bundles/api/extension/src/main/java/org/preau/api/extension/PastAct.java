package org.preau.api.extension;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.LocalizedText;

/**
 * A line of an extension's story.
 *
 * @param at when
 * @param act {@code INSTALLED}, {@code UPDATED}, {@code RETURNED}, {@code REFUSED}, {@code REMOVED} or {@code ERASED}
 * @param id symbolic name of the extension
 * @param version of which version
 * @param before the version before; may be empty
 * @param why the reason of a refusal; a dash otherwise
 * @param byAccount who did it; null for the operator at the console or in the folder
 * @since 1.0
 */
public record PastAct(
        Instant at,
        String act,
        String id,
        String version,
        String before,
        LocalizedText why,
        @Nullable UUID byAccount) {}
