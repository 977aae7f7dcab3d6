package org.preau.core.feed.run;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.preau.api.feed.FeedOptions;
import org.preau.api.feed.FeedRun;
import org.preau.api.feed.FeedState;

/**
 * A run that begins.
 *
 * @param archive path below the store; empty for one that is not kept
 * @param undoOf the run that this one undoes
 */
public record NewRun(
        UUID id,
        String system,
        String fileName,
        Optional<String> archive,
        String sha256,
        long bytes,
        Instant received,
        @Nullable UUID receivedBy,
        FeedOptions options,
        String academy,
        String mode,
        FeedState state,
        boolean autoApply,
        boolean checkOnly,
        Optional<Acceptance> acceptance,
        Optional<UUID> undoOf) {
    /** An archive at the door. */
    public static NewRun archive(
            UUID id,
            String system,
            String fileName,
            Optional<String> archive,
            String sha256,
            long bytes,
            Instant received,
            @Nullable UUID by,
            FeedOptions options,
            Doing doing) {
        return new NewRun(
                id,
                system,
                fileName,
                archive,
                sha256,
                bytes,
                received,
                by,
                options,
                "",
                "",
                FeedState.RECEIVED,
                doing == Doing.APPLY || doing == Doing.APPLY_FREELY,
                doing == Doing.CHECK_ONLY,
                doing == Doing.APPLY_FREELY ? Optional.of(Acceptance.FREE) : Optional.empty(),
                Optional.empty());
    }

    /** The undo of an applied run. */
    public static NewRun undo(UUID id, FeedRun undone, Instant at, @Nullable UUID by) {
        return new NewRun(
                id,
                undone.system(),
                undone.fileName(),
                Optional.empty(),
                undone.sha256(),
                0,
                at,
                by,
                FeedOptions.NONE,
                undone.academy(),
                "restore",
                FeedState.APPLYING,
                true,
                false,
                Optional.of(Acceptance.FREE),
                Optional.of(undone.id()));
    }

    /** What is to become of an archive. */
    public enum Doing {
        /** Looked at, never applied, not kept. */
        CHECK_ONLY,
        /** Waits for somebody once it is checked. */
        REVIEW,
        /** Applied as far as the thresholds let. */
        APPLY,
        /** Applied whoever leaves. */
        APPLY_FREELY
    }
}
