package org.preau.core.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One portal for each data folder: a lock on {@code postgresql.lock}, which the system gives back when its holder dies however it dies. */
final class InstanceLock {
    private static final Logger log = LoggerFactory.getLogger(InstanceLock.class);

    private final Path data;
    private @Nullable FileChannel held;

    InstanceLock(Path data) {
        this.data = data;
    }

    /** Takes the lock, or keeps it. {@code IOException} when another portal has it. */
    void take() throws IOException {
        if (held != null) {
            return;
        }
        FileChannel channel =
                FileChannel.open(data.resolve("postgresql.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException("another portal runs in " + data.getParent());
        }
        held = channel;
    }

    /** Gives it back. */
    void release() {
        FileChannel channel = held;
        held = null;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            log.warn("postgresql.lock cannot be closed", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
