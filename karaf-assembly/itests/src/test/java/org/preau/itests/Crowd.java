package org.preau.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.preau.driver.FlowClient;
import org.preau.driver.PlainClient;
import org.preau.driver.Portal;

/** People at work: each signed in, a page open, one act every five seconds. Whatever fails one of them is kept. */
final class Crowd implements AutoCloseable {
    private static final List<String> PROFILES = List.of("STUDENT", "GUARDIAN", "TEACHER", "HEAD", "STAFF");
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(5);

    private final ExecutorService threads;
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong acts = new AtomicLong();
    private volatile boolean working = true;

    Crowd(Portal portal, int size) {
        threads = Executors.newFixedThreadPool(size);
        List<FlowClient> people = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            PlainClient client = new PlainClient(portal).signIn(portal.demoLogin(PROFILES.get(i % PROFILES.size())));
            FlowClient flow = new FlowClient(client);
            flow.open("/");
            people.add(flow);
        }
        for (int i = 0; i < size; i++) {
            FlowClient person = people.get(i);
            long start = PAUSE * i / size;
            threads.execute(() -> work(person, start));
        }
    }

    long acts() {
        return acts.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    private void work(FlowClient person, long start) {
        LockSupport.parkNanos(start);
        while (working) {
            try {
                person.ping();
                acts.incrementAndGet();
            } catch (RuntimeException | AssertionError e) {
                failures.add(String.valueOf(e.getMessage()));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    @Override
    public void close() {
        working = false;
        threads.shutdownNow();
    }
}
