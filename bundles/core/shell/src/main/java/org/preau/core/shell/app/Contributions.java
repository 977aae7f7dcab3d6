package org.preau.core.shell.app;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.PortalApplication;
import org.preau.api.app.UserContext;
import org.preau.api.containment.Door;
import org.preau.api.containment.StoppedPluginException;
import org.preau.core.shell.Neighbours;

/**
 * Asks applications for their contributions, each on threads of its own: an application that hangs blocks its own few threads and nobody else. An answer that takes longer than {@value #GIVEN_UP_SECONDS} seconds
 * counts as failed.
 */
@Component(service = Contributions.class)
public final class Contributions implements AppListener {
    /** How long the home page waits for all of them together before it is shown without the late ones. */
    public static final long PATIENCE_MILLIS = 300;

    private static final int GIVEN_UP_SECONDS = 10;
    private static final int THREADS = 4;
    private static final int WAITING = 2_000;

    private final Applications applications;
    private final Neighbours neighbours;
    private final Map<App, ThreadPoolExecutor> executors = new ConcurrentHashMap<>();
    private final Map<String, LastFault> faults = new ConcurrentHashMap<>();

    /** Called by the component runtime. */
    @Activate
    public Contributions(@Reference Applications applications, @Reference Neighbours neighbours) {
        this.applications = applications;
        this.neighbours = neighbours;
        applications.listen(this);
    }

    @Deactivate
    void stop() {
        applications.forget(this);
        executors.values().forEach(ExecutorService::shutdownNow);
    }

    @Override
    public void came(App app) {
        executors.put(app, threads(app));
    }

    private static ThreadPoolExecutor threads(App app) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, "contribution-" + app.id());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    @Override
    public void went(App app) {
        faults.remove(app.id());
        ExecutorService executor = executors.remove(app);
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    /** What the application gives to this user; never completes with an exception. */
    public CompletableFuture<Contribution> ask(App app, UserContext user) {
        ExecutorService executor = executors.get(app);
        if (executor == null) {
            return CompletableFuture.completedFuture(Contribution.NONE);
        }
        if (neighbours.containment().stopped(app.service())) {
            freeThreads(app);
            return CompletableFuture.completedFuture(Contribution.STOPPED);
        }
        try {
            return CompletableFuture.supplyAsync(() -> contained(app.service(), user), executor)
                    .orTimeout(GIVEN_UP_SECONDS, TimeUnit.SECONDS)
                    .handle((contribution, failure) ->
                            failure == null ? good(app, contribution) : failed(app, failure));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(failed(app, e));
        }
    }

    private Contribution contained(PortalApplication app, UserContext user) {
        return neighbours.containment().call(app, Door.CARD, () -> collect(app, user));
    }

    /** Where all its threads hang in a call that was given up, it gets others for the time when it may run again. */
    private void freeThreads(App app) {
        executors.computeIfPresent(app, (key, known) -> {
            if (known.getActiveCount() < THREADS) {
                return known;
            }
            known.shutdownNow();
            return threads(app);
        });
    }

    private static Contribution collect(PortalApplication app, UserContext user) {
        return new Contribution(
                app.card(user), app.today(user), app.quickActions(user), app.badge(user), java.util.Optional.empty());
    }

    private Contribution good(App app, Contribution contribution) {
        applications.broken(app.id(), false);
        return contribution;
    }

    private Contribution failed(App app, Throwable failure) {
        if (!executors.containsKey(app)) {
            return Contribution.NONE;
        }
        applications.broken(app.id(), true);
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof StoppedPluginException) {
            return Contribution.STOPPED;
        }
        return Contribution.failed(faults.compute(
                        app.id(),
                        (id, last) -> sameAgain(last, cause)
                                ? Objects.requireNonNull(last)
                                : new LastFault(cause.toString(), System.nanoTime(), neighbours.fault(id, cause)))
                .reference());
    }

    /** A thousand open pages meet the same failure a thousand times: one entry, one reference a minute. */
    private static boolean sameAgain(@Nullable LastFault last, Throwable cause) {
        return last != null
                && last.text().equals(cause.toString())
                && System.nanoTime() - last.at() < TimeUnit.MINUTES.toNanos(1);
    }

    private record LastFault(String text, long at, String reference) {}
}
