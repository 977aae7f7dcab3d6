package org.preau.core.directory.load;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preau.api.base.ErrorCode;
import org.preau.api.base.PortalException;

/** Sends rows to the database on a second thread, while the parser goes on: a small queue, so that memory stays small. Used by one thread; begun with the first rows, ended by {@link #close}. */
final class CopyThread implements AutoCloseable {
    private static final int AT_MOST = 3;
    private static final Batch LAST = new Batch(List.of(), new CountDownLatch(1));

    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(AT_MOST);
    private final Consumer<List<CopyRows.Chunk>> copy;
    private @Nullable Thread thread;
    private volatile @Nullable RuntimeException failure;

    CopyThread(Consumer<List<CopyRows.Chunk>> copy) {
        this.copy = copy;
    }

    private record Batch(List<CopyRows.Chunk> chunks, CountDownLatch done) {}

    /** Takes rows; waits while too many wait already. */
    void send(List<CopyRows.Chunk> chunks) {
        if (thread == null) {
            Thread started = new Thread(this::run, "preau-load-copy");
            started.setDaemon(true);
            started.start();
            thread = started;
        }
        put(new Batch(chunks, new CountDownLatch(1)));
        fail();
    }

    /** Waits until all that was sent is there. */
    void await() {
        if (thread != null) {
            Batch mark = new Batch(List.of(), new CountDownLatch(1));
            put(mark);
            try {
                mark.done().await();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        fail();
    }

    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            thread = null;
            boolean interrupted = false;
            while (running.isAlive()) {
                try {
                    queue.put(LAST);
                    running.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            for (Batch next = queue.take(); next != LAST; next = queue.take()) {
                if (failure == null && !next.chunks().isEmpty()) {
                    copyOrKeepFailure(next);
                }
                next.done().countDown();
            }
        } catch (InterruptedException e) {
            failure = interrupted(e);
        }
    }

    private void copyOrKeepFailure(Batch batch) {
        try {
            copy.accept(batch.chunks());
        } catch (RuntimeException e) {
            failure = e;
        } catch (Error e) {
            failure = new PortalException(ErrorCode.INTERNAL, "rows could not be copied", e);
        }
    }

    private void put(Batch batch) {
        try {
            queue.put(batch);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void fail() {
        RuntimeException known = failure;
        if (known != null) {
            throw known;
        }
    }

    private static PortalException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PortalException(ErrorCode.UNAVAILABLE, "a load was interrupted", e);
    }
}
