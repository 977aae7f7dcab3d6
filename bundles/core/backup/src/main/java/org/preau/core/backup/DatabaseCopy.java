package org.preau.core.backup;

import java.io.IOException;
import java.util.Map;

/** How the database gets into a backup. */
interface DatabaseCopy {
    /** Adds it, while people work on. What it gives is written into the backup's description. */
    Map<String, String> add(ArchiveWriter archive) throws IOException, InterruptedException;

    /** About how many bytes it has. */
    long size() throws IOException;
}
