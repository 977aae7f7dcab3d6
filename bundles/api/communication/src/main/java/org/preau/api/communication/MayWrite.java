package org.preau.api.communication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.LocalizedText;
import org.preau.api.directory.Scope;

/**
 * The checker's answer.
 *
 * @param allowed whether A may write to B
 * @param reasons why, or why not: at least one
 * @since 1.0
 */
public record MayWrite(boolean allowed, List<Reason> reasons) {
    /** Keeps its own copy. */
    public MayWrite {
        reasons = List.copyOf(reasons);
    }

    /**
     * One reason.
     *
     * @param rule which rule: a preset's name, {@code STAFF}, {@code FAMILY}, {@code EXCEPTION}, {@code CLOSED_SCOPE}, {@code NO_ACCOUNT}…
     * @param scope where it applies, null where it is about a person alone
     * @param text the reason in words
     */
    public record Reason(String rule, @Nullable Scope scope, LocalizedText text) {}
}
