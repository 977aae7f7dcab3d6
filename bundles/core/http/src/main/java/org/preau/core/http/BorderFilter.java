package org.preau.core.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every request passes first: headers that hold for all answers, a session id never taken from the client, and a clock. */
final class BorderFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Duration[] BUCKETS = Stream.of(5L, 10L, 20L, 50L, 100L, 200L, 500L, 1000L, 2000L, 5000L)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);
    private static final String HTTPS_ONLY = "max-age=31536000";

    private final transient Supplier<@Nullable MeterRegistry> meters;
    private final transient Supplier<Boolean> secure;
    private transient volatile @Nullable MeterRegistry timersOf;
    private final transient Map<TimerKey, Timer> timers = new ConcurrentHashMap<>();

    /**
     * The border.
     *
     * @param meters where times are noted, while there is such a place
     * @param secure whether the portal is reached over https
     */
    BorderFilter(Supplier<@Nullable MeterRegistry> meters, Supplier<Boolean> secure) {
        this.meters = meters;
        this.secure = secure;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (secure.get()) {
            response.setHeader("Strict-Transport-Security", HTTPS_ONLY);
        }
        try {
            chain.doFilter(new OwnSessionRequest(request, () -> secureCookie(response)), response);
        } finally {
            time(request, response, System.nanoTime() - start);
        }
    }

    private void secureCookie(HttpServletResponse response) {
        if (secure.get()) {
            SessionCookie.secure(response);
        }
    }

    private void time(HttpServletRequest request, HttpServletResponse response, long nanos) {
        MeterRegistry registry = meters.get();
        if (registry != null && !request.isAsyncStarted()) {
            Object route = request.getAttribute(ReservedPathsServlet.ROUTE_ATTRIBUTE);
            String prefix = ReservedPaths.prefixOf(request.getServletPath());
            String name = route != null ? route.toString() : prefix != null ? prefix : "/";
            if (registry != timersOf) {
                timers.clear();
                timersOf = registry;
            }
            TimerKey key = new TimerKey(registry, name, response.getStatus() / 100);
            Timer known = timers.get(key);
            // making one locks, finding one does not: on every request that would be a queue
            Timer timer = known == null ? timers.computeIfAbsent(key, BorderFilter::timer) : known;
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    private static Timer timer(TimerKey key) {
        return Timer.builder("preau.http.requests")
                .description("Time to answer, by part and class of status")
                .tag("part", key.part())
                .tag("status", key.hundreds() + "xx")
                .serviceLevelObjectives(BUCKETS)
                .register(key.registry());
    }

    /** Looking a meter up in its registry makes more garbage than many an answer: they are kept, a few dozen at most, as parts and classes of status are few. */
    private record TimerKey(MeterRegistry registry, String part, int hundreds) {}
}
