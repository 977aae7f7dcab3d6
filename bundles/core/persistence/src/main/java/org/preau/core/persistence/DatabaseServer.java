package org.preau.core.persistence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The server the portal keeps its data on: one of its own or somebody else's. Used by one thread. */
interface DatabaseServer {
    /**
     * Sees to it that the server runs, as far as that is ours to do, and tells how to reach it.
     *
     * @throws IOException when it cannot be started; to be tried again
     */
    ConnectionSettings ensure() throws IOException, InterruptedException;

    /** The folder of its cluster, if it is ours. */
    default Optional<Path> folder() {
        return Optional.empty();
    }

    /** How the highest role that we have there reaches it; asked on any thread. {@code IOException} while it does not run. */
    default ConnectionSettings administrator() throws IOException, InterruptedException {
        return ensure();
    }

    /** Stops it, if it is ours. */
    void stop();

    /** What it is, for operators. */
    String description();
}
