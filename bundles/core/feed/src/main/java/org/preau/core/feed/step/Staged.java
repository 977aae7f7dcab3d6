package org.preau.core.feed.step;

import java.util.Map;
import java.util.Optional;
import org.preau.api.directory.load.DirectoryLoad;
import org.preau.core.feed.run.Findings;

/**
 * An archive that was read into staging, or an undo.
 *
 * @param counts records read, by kind as the feed names it
 * @param load empty when nothing was staged
 */
record Staged(Map<String, Integer> counts, Findings findings, Optional<DirectoryLoad> load) implements AutoCloseable {
    @Override
    public void close() {
        load.ifPresent(DirectoryLoad::close);
    }
}
