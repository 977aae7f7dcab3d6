package org.preau.api.directory.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.LocalizedText;

/**
 * What a merge would do.
 *
 * @param keep the person who stays
 * @param gone the person who goes
 * @param keptAccount the account that stays: the one used last; null if neither has one
 * @param keptLogin its login, or empty
 * @param aliasLogin the login that will lead to it, or empty
 * @param losses what would not be kept, in words; empty when nothing is lost
 * @since 1.0
 */
public record MergePreview(
        UUID keep,
        UUID gone,
        @Nullable UUID keptAccount,
        String keptLogin,
        String aliasLogin,
        List<LocalizedText> losses) {}
