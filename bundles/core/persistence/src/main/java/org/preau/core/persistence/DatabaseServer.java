package org.preau.core.persistence;

import java.io.IOException;

/** The server the portal keeps its data on: one of its own or somebody else's. Used by one thread. */
interface DatabaseServer {
    /**
     * Sees to it that the server runs, as far as that is ours to do, and tells how to reach it.
     *
     * @throws IOException when it cannot be started; to be tried again
     */
    ConnectionSettings ensure() throws IOException, InterruptedException;

    /** Stops it, if it is ours. */
    void stop();

    /** What it is, for operators. */
    String description();
}
