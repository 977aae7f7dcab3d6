package org.preau.core.feed.run;

import java.util.Optional;
import java.util.UUID;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedRun;

/**
 * A run with what only the pipeline needs to know.
 *
 * @param run what everybody sees
 * @param options what was said when it was handed in
 * @param archive path below the store; empty once the archive is deleted or when it never was kept
 * @param autoApply whether it is applied without anybody looking
 * @param checkOnly whether it is checked and never applied
 * @param acceptance who may leave, if somebody said so
 * @param undoOf the run that this one undoes
 * @param reason why it was refused, or empty
 */
public record StoredRun(
        FeedRun run,
        FeedOptions options,
        Optional<String> archive,
        boolean autoApply,
        boolean checkOnly,
        Optional<Acceptance> acceptance,
        Optional<UUID> undoOf,
        String reason) {
    /** Its identifier. */
    public UUID id() {
        return run.id();
    }
}
