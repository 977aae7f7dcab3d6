package org.preau.core.shell.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.preau.api.app.UserContext;
import org.preau.api.base.Page;
import org.preau.api.search.SearchHit;
import org.preau.api.search.SearchProvider;
import org.preau.core.shell.Neighbours;
import org.preau.core.shell.Whiteboards;

/** Asks every provider at the same time, on threads of its own; who has not answered within a second is left out. One that hangs keeps at most {@value #AT_ONCE} threads, for itself. */
@Component(service = Searches.class)
public final class Searches {
    /** Results shown of each provider. */
    static final int MOST = 8;

    private static final int AT_ONCE = 4;
    private static final long PATIENCE_MILLIS = 1_000;

    private final Whiteboards whiteboards;
    private final Neighbours neighbours;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "portal-search");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Semaphore> turns = new HashMap<>();

    /** Called by the component runtime. */
    @Activate
    public Searches(@Reference Whiteboards whiteboards, @Reference Neighbours neighbours) {
        this.whiteboards = whiteboards;
        this.neighbours = neighbours;
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    /**
     * What one provider found.
     *
     * @param name heading
     * @param hits the first of them, with how many there are; none when it is late
     * @param late whether it failed or did not answer in time
     */
    record Found(String name, Page<SearchHit> hits, boolean late) {}

    private record Asked(SearchProvider provider, CompletableFuture<Page<SearchHit>> answer) {}

    /** What everybody found, in the order of the providers; those who found nothing are left out. */
    List<Found> search(UserContext user, String words) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        List<Asked> asked = whiteboards.searchProviders().stream()
                .filter(provider -> serves(provider, user))
                .sorted(Comparator.comparingInt(SearchProvider::order).thenComparing(SearchProvider::id))
                .map(provider -> new Asked(provider, ask(provider, user, words)))
                .toList();
        return asked.stream()
                .map(each -> found(each, user, end))
                .filter(found -> found.late() || !found.hits().items().isEmpty())
                .toList();
    }

    private boolean serves(SearchProvider provider, UserContext user) {
        try {
            return provider.serves(user);
        } catch (RuntimeException | LinkageError e) {
            neighbours.fault(provider.getClass().getName(), e);
            return false;
        }
    }

    private CompletableFuture<Page<SearchHit>> ask(SearchProvider provider, UserContext user, String words) {
        Semaphore turn;
        synchronized (turns) {
            turn = turns.computeIfAbsent(provider.id(), id -> new Semaphore(AT_ONCE));
        }
        if (!turn.tryAcquire()) {
            return CompletableFuture.failedFuture(new TimeoutException("busy"));
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return provider.search(user, words, MOST);
                    } finally {
                        turn.release();
                    }
                },
                threads);
    }

    private Found found(Asked asked, UserContext user, long end) {
        String name = asked.provider().name().in(user.locale());
        try {
            long left = Math.max(0, end - System.nanoTime());
            Page<SearchHit> page = asked.answer().get(left, TimeUnit.NANOSECONDS);
            return new Found(name, new Page<>(page.items().stream().limit(MOST).toList(), page.total()), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                neighbours.fault(asked.provider().getClass().getName(), e.getCause() == null ? e : e.getCause());
            }
        } catch (TimeoutException e) {
            return new Found(name, new Page<>(List.of(), 0), true);
        }
        return new Found(name, new Page<>(List.of(), 0), true);
    }
}
