package org.preau.core.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What the tests of all modules of one build share: made by the first process that wants it, in the folder {@code PREAU_TEST_CACHE}, which whoever started the build
 * made empty and removes. Without that variable nothing is shared.
 */
final class TestCache {
    private TestCache() {}

    /** The folder of that name in the cache, made now if it is not there; empty when nothing is shared. Processes take turns. */
    static Optional<Path> folder(String name, Maker maker) throws IOException, InterruptedException {
        String cache = System.getenv("PREAU_TEST_CACHE");
        if (cache == null || !Files.isDirectory(Path.of(cache))) {
            return Optional.empty();
        }
        Path folder = Path.of(cache, name);
        try (FileChannel channel = FileChannel.open(
                        folder.resolveSibling(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock turn = channel.lock()) {
            if (turn.isValid() && !Files.exists(folder)) {
                Path fresh = folder.resolveSibling(name + ".new");
                FileTree.delete(fresh);
                maker.make(Files.createDirectory(fresh));
                Files.move(fresh, folder);
            }
        }
        return Optional.of(folder);
    }

    /** Copies what is below a folder into another, owners and rights included. */
    static void copy(Path from, Path to) throws IOException, InterruptedException {
        Commands.run(List.of("cp", "-a", from + "/.", to.toString()));
    }

    /** Makes what is shared, in an empty folder. */
    interface Maker {
        void make(Path folder) throws IOException, InterruptedException;
    }
}
