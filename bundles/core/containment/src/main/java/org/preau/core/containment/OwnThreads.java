package org.preau.core.containment;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.preau.api.containment.Containment.Act;
import org.preau.api.containment.Door;
import org.preau.api.containment.StoppedPluginException;
import org.preau.api.containment.StoppedPluginException.Why;

/** A plugin's own few threads: who waits for a call on them can give up while the call goes on. */
final class OwnThreads {
    private static final int SECONDS_IDLE = 10;

    private final String plugin;
    private final ThreadPoolExecutor executor;

    OwnThreads(String plugin) {
        this.plugin = plugin;
        this.executor = new ThreadPoolExecutor(
                0, Limits.THREADS, SECONDS_IDLE, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "plugin-" + plugin);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(OwnThreads.class.getClassLoader());
                    return thread;
                });
    }

    /** Makes the call on one of them and waits for it as long as its door allows. */
    <T extends @Nullable Object, E extends Exception> T call(PluginGuard guard, Door door, Act<T, E> act) throws E {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        FutureTask<T> task = new FutureTask<>(() -> guard.here(door, () -> with(loader, act)));
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            guard.refuse();
        }
        try {
            return task.get(guard.limits().of(door).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw Blamed.<E>rethrown(e.getCause());
        } catch (TimeoutException e) {
            throw new StoppedPluginException(plugin, Why.SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedPluginException(plugin, Why.SLOW);
        }
    }

    private static <T extends @Nullable Object, E extends Exception> T with(@Nullable ClassLoader loader, Act<T, E> act)
            throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return act.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    void close() {
        executor.shutdown();
    }

    /** Throws on what the call threw, on the thread that waited. */
    private static final class Blamed {
        @SuppressWarnings("unchecked")
        static <E extends Exception> E rethrown(@Nullable Throwable cause) {
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (cause instanceof Exception checked) {
                return (E) checked;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        }
    }
}
